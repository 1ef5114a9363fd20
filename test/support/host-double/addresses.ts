import { host } from './host.ts';

// Chromium from a package knows no `app:` scheme, so `app://bazarnegar/x` is shown at `https://bazarnegar.app.localhost/x`: a secure
// origin of its own, served by interception, that no request leaves the process for.

/** The address under which Chromium shows a page of a scheme of the app's own. */
export function toWebAddress(address: string): string {
  const url = new URL(address);
  const scheme = url.protocol.slice(0, -1);
  if (!host.schemes.has(scheme)) return address;
  return `https://${url.host}.${scheme}.localhost${url.pathname}${url.search}${url.hash}`;
}

/** The address as the app knows it. */
export function toAppAddress(address: string): string {
  const match = /^https:\/\/([^/]+)\.([a-z][a-z0-9+.-]*)\.localhost(\/.*)?$/.exec(address);
  const [, name = '', scheme = '', rest = '/'] = match ?? [];
  return host.schemes.has(scheme) ? `${scheme}://${name}${rest}` : address;
}
