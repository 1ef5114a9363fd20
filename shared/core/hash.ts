import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Sha256 } from './ids.ts';

const encoder = new TextEncoder();

/** UTF-8 bytes of a text. */
export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
}

/** SHA-256 (FIPS 180-4) of bytes, or of a text's UTF-8, in hex. */
export function sha256Hex(data: Uint8Array | string): Sha256 {
  return bytesToHex(sha256(typeof data === 'string' ? utf8(data) : data)) as Sha256;
}

/** A SHA-256 that takes its bytes in pieces: `update` as often as needed, then `digest` once. */
export function createSha256(): { update(bytes: Uint8Array): void; digest(): Sha256 } {
  const hash = sha256.create();
  return {
    update: (bytes) => void hash.update(bytes),
    digest: () => bytesToHex(hash.digest()) as Sha256,
  };
}
