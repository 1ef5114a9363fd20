import { readFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Protocol } from 'electron';
import { filePolicy, pagePolicy } from '#shared/desktop/page-policy.ts';
import { APP_HOST, APP_SCHEME } from './app-address.ts';

// Whatever is not in this list is not served, and never guessed.
const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.wasm': 'application/wasm',
};

/** Makes `app:` a scheme with an origin of its own; must happen before the app is ready. */
export function registerAppScheme(target: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  target.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the files that lie in `folder` now, each under its exact name, and nothing else. */
export function serveApp(target: Pick<Protocol, 'handle'>, folder: string): void {
  const files = listFiles(folder);
  target.handle(APP_SCHEME, async (request) => {
    const url = URL.parse(request.url);
    const file = url?.host === APP_HOST && url.search === '' ? files.get(url.pathname) : undefined;
    if (file === undefined) return new Response(null, { status: 404, headers: safeHeaders });
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return new Response(null, { status: 405, headers: safeHeaders });
    }
    const body = new Uint8Array(await readFile(file.place));
    return new Response(request.method === 'HEAD' ? null : body, {
      headers: {
        ...safeHeaders,
        'content-security-policy': filePolicy('desktop', url?.pathname ?? ''),
        'content-type': file.mediaType,
      },
    });
  });
}

const safeHeaders = {
  'content-security-policy': pagePolicy('desktop'),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

interface ServedFile {
  readonly place: string;
  readonly mediaType: string;
}

function listFiles(folder: string, address = '/'): ReadonlyMap<string, ServedFile> {
  const files = new Map<string, ServedFile>();
  // Level by level: Electron's view into its archive has not always known `recursive`.
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const place = path.join(folder, entry.name);
    const own = `${address}${encodeURIComponent(entry.name)}`;
    const mediaType = mediaTypes[path.extname(entry.name)];
    if (entry.isDirectory()) {
      for (const [below, file] of listFiles(place, `${own}/`)) files.set(below, file);
    } else if (mediaType !== undefined) files.set(own, { place, mediaType });
  }
  return files;
}
