import { EventEmitter } from 'node:events';

/** Hears nothing of the machine; tests emit what they want it to have heard. */
export const powerMonitor = new EventEmitter();
