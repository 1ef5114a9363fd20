import type { Desktop } from '#shared/desktop/contract.ts';
import { connectDesktop } from '../../../renderer/platform/desktop.ts';
import { registerOffline } from '../../../renderer/platform/register-offline.ts';

// A page with nothing on it but the way to its host: what tests of the desktop and of the browser host speak through.

declare global {
  interface Window {
    host: Desktop;
  }
}

window.host = connectDesktop();
await registerOffline(window.host);
