import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { utf8 } from '../core/hash.ts';
import type { Sha256 } from '../core/ids.ts';
import type { RandomBytes, Sealer } from './seal.ts';
import { createSealer, KEY_BYTES } from './seal.ts';

/** What a key of the vault is for. Each has a key of its own, so that what is sealed for one is nothing to the others. */
export type SealedFor = 'journal' | 'photo' | 'index';

/** The keys of one open vault. */
export interface VaultKeys {
  readonly id: string;
  sealer(purpose: SealedFor): Sealer;
  /** A name that says nothing about the text it stands for, but is the same for the same text: HMAC-SHA-256, hex. */
  blindName(kind: string, text: string): Sha256;
  /** The key of the host's own few files (address of the server, session). */
  hostKey(): Uint8Array<ArrayBuffer>;
}

/** The keys that follow from a vault's own key: HKDF-SHA-256 (RFC 5869), the vault's id as salt. */
export function deriveKeys(vaultKey: Uint8Array, id: string, randomBytes: RandomBytes): VaultKeys {
  const nameKey = deriveKey(vaultKey, id, 'name');
  return {
    id,
    sealer: (purpose) => createSealer(deriveKey(vaultKey, id, purpose), randomBytes),
    blindName: (kind, text) =>
      bytesToHex(hmac(sha256, nameKey, utf8(`${kind}\n${text}`))) as Sha256,
    hostKey: () => deriveKey(vaultKey, id, 'host'),
  };
}

/** One key of a vault, 32 bytes. */
export function deriveKey(
  secret: Uint8Array,
  id: string,
  purpose: string,
): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    hkdf(sha256, secret, utf8(id), utf8(`bazarnegar/vault/1/${purpose}`), KEY_BYTES),
  );
}
