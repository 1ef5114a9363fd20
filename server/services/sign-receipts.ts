import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { DeviceKey } from '#shared/core/device-key.ts';
import type { Sha256 } from '#shared/core/ids.ts';
import { serverKeySchema } from '#shared/core/ids.ts';
import type { PhotoFacts, PhotoReceipt, Receipt, ReceiptFacts } from '#shared/records/receipt.ts';
import { photoReceiptText, receiptText, treeReceiptText } from '#shared/records/receipt.ts';
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

/** What a tree receipt is for beside a receipt. */
interface SignedTree {
  readonly root: Sha256;
  readonly device: DeviceKey;
}

/** That a root is that of the tree over the entries a receipt is for, and of which device, signed. */
export function signTree(keys: KeyPair, receipt: Receipt, tree: SignedTree): string {
  return signText(keys, treeReceiptText(receipt, tree));
}

/** Whether a receipt was signed with these keys. */
export function isOwnReceipt(keys: KeyPair, receipt: Receipt): boolean {
  return receipt.key === keys.publicKey && isSigned(keys, receiptText(receipt), receipt.signature);
}

/** Whether these keys signed that of a tree; `vouched` is the signature. */
export function isOwnTree(
  keys: KeyPair,
  receipt: Receipt,
  { vouched = '', ...tree }: SignedTree & { readonly vouched?: string },
): boolean {
  return isSigned(keys, treeReceiptText(receipt, tree), vouched);
}

function isSigned(keys: KeyPair, text: string, signature: string): boolean {
  const key = createPublicKey(keyObject(keys));
  return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'));
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
