import type { Session, WebContents } from 'electron';
import { app } from 'electron';
import { isAppUrl, START_URL } from './app-address.ts';

// What the page may ask of the system: to keep its data, and to copy when a person presses "copy"; of the media the camera alone, for
// photos of shelves. No microphone, place, devices or notices.
const allowedPermissions = new Set(['persistent-storage', 'clipboard-sanitized-write']);

function isCameraAlone(permission: string, media: readonly (string | undefined)[]): boolean {
  return permission === 'media' && media.length > 0 && media.every((kind) => kind === 'video');
}

/** Holds every page, now and later, to the one page of the app: no way to another address, no second window. */
export function guardContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    keepOnPage(contents);
  });
}

function keepOnPage(contents: WebContents): void {
  contents.on('will-frame-navigate', (event) => {
    // Only a reload of the app's own page, which its error screen offers.
    if (!event.isMainFrame || withoutHash(event.url) !== START_URL) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** Denies what the app has no use for, and everything to any page that is not its own. */
export function denyPermissions(pages: Session): void {
  pages.setPermissionRequestHandler((contents, permission, answer, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const isAllowed = allowedPermissions.has(permission) || isCameraAlone(permission, media);
    answer(isAppUrl(contents.getURL()) && isAllowed);
  });
  pages.setPermissionCheckHandler((_contents, permission, origin, details) => {
    const isAllowed =
      allowedPermissions.has(permission) || isCameraAlone(permission, [details.mediaType]);
    return isAppUrl(origin) && isAllowed;
  });
  pages.setDevicePermissionHandler(() => false);
}

/**
 * Leaves the page without a network, whatever its policy says: requests to anything but the app itself are cancelled, a dead
 * proxy takes what would slip by, and no certificate is trusted. Sync runs in this process, in server-link.ts.
 */
export async function cutOffNetwork(pages: Session): Promise<void> {
  const inside = app.isPackaged ? ['app:', 'blob:'] : ['app:', 'blob:', 'devtools:'];
  pages.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !inside.some((scheme) => details.url.startsWith(scheme)) });
  });
  pages.setCertificateVerifyProc((_request, answer) => {
    answer(REJECT_CERTIFICATE);
  });
  await pages.setProxy({
    proxyRules: 'http=127.0.0.1:9;https=127.0.0.1:9',
    proxyBypassRules: '<-loopback>',
  });
}

const REJECT_CERTIFICATE = -2;

function withoutHash(address: string): string {
  return address.split('#', 1)[0] ?? '';
}
