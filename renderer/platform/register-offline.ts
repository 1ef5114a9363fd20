import type { Desktop } from '#shared/desktop/contract.ts';
import { trustedScriptUrl } from './trusted-script.ts';

/** Lets the page open without a network after its first visit. Only in a browser: the desktop app carries its files with it. */
export async function registerOffline(desktop: Desktop): Promise<void> {
  if (desktop.host !== 'browser' || !import.meta.env.PROD || !('serviceWorker' in navigator))
    return;
  // A browser that refuses (a private window, a policy) only needs the network to open the page.
  await navigator.serviceWorker.register(trustedScriptUrl('./offline.js')).catch(() => undefined);
}
