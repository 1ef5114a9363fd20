import { TRUSTED_TYPES_POLICY } from '#shared/desktop/page-policy.ts';

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

let toTrusted: ((url: string) => string) | undefined;

/**
 * The address of a script of our own, in the form that the page's policy asks for where a script is started (Trusted Types). Any
 * address outside the page's own origin throws.
 */
export function trustedScriptUrl(url: string): string {
  toTrusted ??= createConverter();
  return toTrusted(url);
}

function createConverter(): (url: string) => string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  if (!trustedTypes) return ownScript;
  const policy = trustedTypes.createPolicy(TRUSTED_TYPES_POLICY, { createScriptURL: ownScript });
  return (url) => policy.createScriptURL(url);
}

function ownScript(url: string): string {
  const absolute = new URL(url, document.baseURI);
  const page = new URL(document.baseURI);
  // Not `origin`, which is "null" for the scheme of the desktop app.
  if (absolute.protocol !== page.protocol || absolute.host !== page.host) {
    throw new Error(`not a script of this app: ${url}`);
  }
  return absolute.href;
}
