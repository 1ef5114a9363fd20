import { createPublicKey, verify } from 'node:crypto';
import type { FeedId, ProjectId, Sha256 } from '#shared/core/ids.ts';
import { feedGenesis } from '#shared/records/entry.ts';
import type { PhotoReceipt, Receipt, ReceiptFacts } from '#shared/records/receipt.ts';
import { receiptText } from '#shared/records/receipt.ts';
import { makeKeyPair, signPhotoReceipt, signReceipt } from '../../server/services/sign-receipts.ts';
import type { KeyPair } from '../../server/store/issuer-store.ts';

const testKeys: KeyPair = makeKeyPair();

/** A receipt for a feed; what a test is about is given. */
export function makeReceipt(
  facts: { readonly feed: FeedId; readonly seq: number } & Partial<ReceiptFacts>,
  keys: KeyPair = testKeys,
): Receipt {
  return signReceipt(keys, {
    epoch: 'epoch-1',
    project: 'sample' as ProjectId,
    hash: feedGenesis(facts.feed),
    refused: '',
    ...facts,
  });
}

/** A receipt for a photo. */
export function makePhotoReceipt(sha256: Sha256): PhotoReceipt {
  return signPhotoReceipt(testKeys, { epoch: 'epoch-1', project: 'sample' as ProjectId, sha256 });
}

/** Whether the key that a receipt names has signed it, by Node's Ed25519 and not by the product's. */
export function isSigned(receipt: Receipt): boolean {
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: receipt.key },
    format: 'jwk',
  });
  const signature = Buffer.from(receipt.signature, 'base64url');
  return verify(null, Buffer.from(receiptText(receipt)), key, signature);
}
