import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { utf8 } from '../core/hash.ts';

/** Bytes of a secret key. */
export const KEY_BYTES = 32;

/** So many bytes from the system's source of randomness. */
export type RandomBytes = (count: number) => Uint8Array<ArrayBuffer>;

/** Seals bytes so that only the owner of the key reads them, and only in the place they were sealed for. */
export interface Sealer {
  /** Version, nonce, ciphertext and tag. `place` is bound to it and not part of it. */
  seal(plain: Uint8Array, place: Uint8Array | string): Uint8Array<ArrayBuffer>;
  /** The plain bytes; undefined where they were sealed by another key, for another place, or changed since. */
  open(sealed: Uint8Array, place: Uint8Array | string): Uint8Array | undefined;
}

const VERSION = 1;
const NONCE_BYTES = 24;
/** Where the nonce stands in what was sealed: behind the version. */
export const NONCE_START = 1;
/** Where it ends. */
export const NONCE_END = NONCE_START + NONCE_BYTES;
const TAG_BYTES = 16;
/** So many bytes more than what was sealed. */
export const SEALED_EXTRA_BYTES = NONCE_END + TAG_BYTES;

/**
 * XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03): its nonce is long enough to be drawn by chance for every value there will ever
 * be, and it is computed on the spot, so that it can be used inside a transaction of IndexedDB.
 */
export function createSealer(key: Uint8Array, randomBytes: RandomBytes): Sealer {
  return {
    seal(plain, place) {
      const nonce = randomBytes(NONCE_BYTES);
      const sealed = xchacha20poly1305(key, nonce, bytesOf(place)).encrypt(plain);
      const bytes = new Uint8Array(NONCE_END + sealed.length);
      bytes[0] = VERSION;
      bytes.set(nonce, NONCE_START);
      bytes.set(sealed, NONCE_END);
      return bytes;
    },
    open(sealed, place) {
      if (sealed[0] !== VERSION) return undefined;
      const nonce = sealed.subarray(NONCE_START, NONCE_END);
      try {
        return xchacha20poly1305(key, nonce, bytesOf(place)).decrypt(sealed.subarray(NONCE_END));
      } catch {
        return undefined;
      }
    },
  };
}

function bytesOf(place: Uint8Array | string): Uint8Array {
  return typeof place === 'string' ? utf8(place) : place;
}
