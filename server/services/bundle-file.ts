import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { BundleRefusal } from '#shared/bundle/bundle-refusal.ts';

const CHUNK_BYTES = 1024 * 1024;

/** A bundle's file, open: what a name points at may change, an open file does not. */
export interface BundleFile {
  /** Its bytes from the beginning; a read that fails is a `BundleRefusal`. */
  chunks(): AsyncGenerator<Uint8Array>;
  close(): Promise<void>;
}

/** Opens a file to be read; throws where there is none. */
export async function openBundleFile(path: string): Promise<BundleFile> {
  const file = await open(path, constants.O_RDONLY);
  return { chunks: () => readChunks(file), close: () => file.close() };
}

async function* readChunks(file: FileHandle): AsyncGenerator<Uint8Array> {
  for (let at = 0; ;) {
    const chunk = new Uint8Array(CHUNK_BYTES);
    const { bytesRead } = await file.read(chunk, 0, CHUNK_BYTES, at).catch((error: unknown) => {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      throw new BundleRefusal({ kind: 'file/not-read', detail: code });
    });
    if (bytesRead === 0) return;
    yield chunk.subarray(0, bytesRead);
    at += bytesRead;
  }
}
