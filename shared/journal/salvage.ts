import { MAGIC, scanFrames } from './frame.ts';

/**
 * Whole frames that lie somewhere in `bytes`, in order: what can still be read behind a damaged place. The checksum makes
 * a frame out of chance bytes as good as impossible.
 */
export function salvageFrames(bytes: Uint8Array): readonly Uint8Array[] {
  const payloads: Uint8Array[] = [];
  let at = 0;
  for (;;) {
    const start = findMagic(bytes, at);
    if (start < 0) return payloads;
    const run = scanFrames(bytes.subarray(start));
    payloads.push(...run.payloads);
    at = start + Math.max(run.position.bytes, 1);
  }
}

function findMagic(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(MAGIC[0], from); at >= 0; at = bytes.indexOf(MAGIC[0], at + 1)) {
    if (MAGIC.every((byte, offset) => bytes[at + offset] === byte)) return at;
  }
  return -1;
}
