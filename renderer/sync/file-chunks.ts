import { BundleRefusal } from '#shared/bundle/bundle-refusal.ts';
import type { Desktop, OpenedFile } from '#shared/desktop/contract.ts';
import { MAX_READ_BYTES } from '#shared/desktop/contract.ts';

/** The bytes of an open file from its beginning; a read that fails is a `BundleRefusal`. */
export async function* readFileChunks(
  desktop: Desktop,
  { handle, bytes }: Pick<OpenedFile, 'handle' | 'bytes'>,
): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes;) {
    const read = await desktop.call('file.read', { handle, at, length: MAX_READ_BYTES });
    if (!read.ok) throw new BundleRefusal(read.error);
    if (read.value.length === 0) return;
    yield read.value;
    at += read.value.length;
  }
}
