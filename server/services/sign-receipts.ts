import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { serverKeySchema } from '#shared/core/ids.ts';
import type { PhotoFacts, PhotoReceipt, Receipt, ReceiptFacts } from '#shared/records/receipt.ts';
import { photoReceiptText, receiptText } from '#shared/records/receipt.ts';
import type { KeyPair } from '../store/issuer-store.ts';

/** New Ed25519 keys. */
export function makeKeyPair(): KeyPair {
  const { x, d } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  return { publicKey: serverKeySchema.parse(x), privateKey: String(d) };
}

/** The facts of a feed, signed. They must be durable before the receipt leaves the server. */
export function signReceipt(keys: KeyPair, facts: Omit<ReceiptFacts, 'key'>): Receipt {
  const named = { ...facts, key: keys.publicKey };
  return { ...named, signature: signText(keys, receiptText(named)) };
}

/** That a photo is there, signed. */
export function signPhotoReceipt(keys: KeyPair, facts: Omit<PhotoFacts, 'key'>): PhotoReceipt {
  const named = { ...facts, key: keys.publicKey };
  return { ...named, signature: signText(keys, photoReceiptText(named)) };
}

/** Whether a receipt was signed with these keys. */
export function isOwnReceipt(keys: KeyPair, receipt: Receipt): boolean {
  const signature = Buffer.from(receipt.signature, 'base64url');
  const text = Buffer.from(receiptText(receipt));
  return (
    receipt.key === keys.publicKey &&
    verify(null, text, createPublicKey(keyObject(keys)), signature)
  );
}

function signText(keys: KeyPair, text: string): string {
  return sign(null, Buffer.from(text), keyObject(keys)).toString('base64url');
}

// Reading the key takes as long as signing with it.
let lastRead: { readonly privateKey: string; readonly object: KeyObject } | undefined;

function keyObject({ publicKey, privateKey }: KeyPair): KeyObject {
  if (lastRead?.privateKey !== privateKey) {
    const key = { kty: 'OKP', crv: 'Ed25519', x: publicKey, d: privateKey };
    lastRead = { privateKey, object: createPrivateKey({ key, format: 'jwk' }) };
  }
  return lastRead.object;
}
