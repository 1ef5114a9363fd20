import { utf8 } from '../core/hash.ts';
import type { Sha256 } from '../core/ids.ts';
import type { Manifest } from './manifest.ts';
import { manifestText } from './manifest.ts';
import { TAR_END, tarHeader, tarPadding } from './ustar.ts';

/** Names of the files of a bundle. */
export const bundleNames = {
  manifest: 'manifest.json',
  signature: 'manifest.sig',
  segment: (sha256: Sha256) => `segments/${sha256}`,
  photo: (sha256: Sha256) => `photos/${sha256}`,
} as const;

/**
 * A bundle before encryption: a plain ustar, piece by piece, in the manifest's order. `signature`: of `signedManifestText`, in hex.
 * `read` gives the bytes of what the manifest names; it is asked once for each, in order.
 */
export async function* writeBundle(
  manifest: Manifest,
  signature: string,
  read: {
    readonly segment: (sha256: Sha256) => Promise<Uint8Array>;
    readonly photo: (sha256: Sha256) => Promise<Uint8Array>;
  },
): AsyncGenerator<Uint8Array> {
  yield* file(bundleNames.manifest, utf8(manifestText(manifest)));
  yield* file(bundleNames.signature, utf8(signature));
  for (const { sha256 } of manifest.segments) {
    yield* file(bundleNames.segment(sha256), await read.segment(sha256));
  }
  for (const { sha256 } of manifest.photos) {
    yield* file(bundleNames.photo(sha256), await read.photo(sha256));
  }
  yield TAR_END;
}

function* file(name: string, bytes: Uint8Array): Generator<Uint8Array> {
  yield tarHeader(name, bytes.length);
  yield bytes;
  const padding = tarPadding(bytes.length);
  if (padding > 0) yield new Uint8Array(padding);
}
