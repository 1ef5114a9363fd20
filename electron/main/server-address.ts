import { toLatinDigits } from '#shared/core/digits.ts';

/**
 * The origin of a server as a person types its address, or null where the app may not speak with it: https anywhere, or http
 * on this machine itself. `https://` may be left out.
 */
export function parseServerAddress(typed: string): string | null {
  const text = toLatinDigits(typed.trim());
  const url = URL.parse(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`);
  if (url === null || url.hostname === '') return null;
  if (url.username !== '' || url.password !== '') return null;
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') return null;
  const isAllowed =
    url.protocol === 'https:' || (url.protocol === 'http:' && isThisMachine(url.hostname));
  return isAllowed ? url.origin : null;
}

function isThisMachine(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
