import type { Desktop } from '#shared/desktop/contract.ts';
import { connectDesktop } from '../../../renderer/platform/desktop.ts';
import { registerOffline } from '../../../renderer/platform/register-offline.ts';
import { HOST_PAGE_VAULT } from '../host-page-vault.ts';

// A page with nothing on it but the way to its host: what tests of the desktop and of the browser host speak through.

declare global {
  interface Window {
    host: Desktop;
  }
}

const host = connectDesktop();
// Most of the contract needs an open vault. What goes into this one is not sealed: here bytes are bytes.
const opened = host.call('vault.open', { id: HOST_PAGE_VAULT, hostKey: new Uint8Array(32) });

window.host = {
  host: host.host,
  appVersion: host.appVersion,
  onSuspend: (listener) => host.onSuspend(listener),
  async call(channel, input) {
    await opened;
    return host.call(channel, input);
  },
};
await registerOffline(window.host);
