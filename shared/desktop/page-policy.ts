/** The one Trusted Types policy a page may make: renderer/platform uses it to start its workers. */
export const TRUSTED_TYPES_POLICY = 'bazarnegar';

/**
 * The Content-Security-Policy of every page of the product. On the desktop the page has no network at all; in a browser it
 * speaks to its own origin only.
 */
export function pagePolicy(host: 'desktop' | 'browser'): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob:",
    "font-src 'self'",
    `connect-src ${host === 'desktop' ? "'none'" : "'self'"}`,
    `manifest-src ${host === 'desktop' ? "'none'" : "'self'"}`,
    "worker-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${TRUSTED_TYPES_POLICY}`,
  ].join('; ');
}

// The worker that stretches a passphrase, as it is built: its name and the hash of its content.
const wasmWorker = /[\\/]stretch\.worker-[\w-]+\.js$/;

/**
 * The policy a file of the page comes with, by its path: the page's own, but for the one worker that runs WebAssembly. That may do
 * nothing else: neither load a script nor reach any address.
 */
export function filePolicy(host: 'desktop' | 'browser', path: string): string {
  return wasmWorker.test(path)
    ? "default-src 'none'; script-src 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types 'none'"
    : pagePolicy(host);
}
