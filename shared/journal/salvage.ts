import { scanFrames } from './frame.ts';

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

/**
 * The version of the journal that `bytes` continue, read from the magic `BZJ<version>` they begin with; 0 where they begin
 * with none.
 */
export function versionAt(bytes: Uint8Array): number {
  const [b, z, j, version = 0] = bytes;
  const isMagic = b === 0x42 && z === 0x5a && j === 0x4a && version >= 0x31 && version <= 0x39;
  return isMagic ? version - 0x30 : 0;
}

function findMagic(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x42, from); at >= 0; at = bytes.indexOf(0x42, at + 1)) {
    if (versionAt(bytes.subarray(at, at + 4)) === 1) return at;
  }
  return -1;
}
