import { EventEmitter } from 'node:events';

/** Hears nothing of the machine, which somebody just touched; tests emit what they want it to have heard. */
export const powerMonitor = Object.assign(new EventEmitter(), { getSystemIdleTime: () => 0 });
