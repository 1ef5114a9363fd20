import type { Failure } from '#shared/core/failure.ts';
import { utf8 } from '#shared/core/hash.ts';
import type { FeedId, ServerKey, Sha256 } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { Identity } from '#shared/journal/journal-record.ts';
import type { PhotoReceipt, Receipt } from '#shared/records/receipt.ts';
import { photoReceiptText, receiptText } from '#shared/records/receipt.ts';

/** Whose server it must be, and the epoch of the answer that the receipt came with. */
interface Answered {
  readonly identity: Pick<Identity, 'project' | 'serverKey'>;
  readonly epoch: string;
}

/** Whether a receipt is of the server that is known, for this answer and feed; how far it goes is for the caller to compare. */
export async function verifyReceipt(
  receipt: Receipt,
  answered: Answered & { readonly feed: FeedId },
): Promise<Result<null, Failure>> {
  if (receipt.feed !== answered.feed) return wrong('feed');
  return verify(receipt, receiptText(receipt), answered);
}

/** The same of the receipt for a photo; a photo’s answer says no epoch but in its receipt. */
export async function verifyPhotoReceipt(
  receipt: PhotoReceipt,
  { identity, sha256 }: Pick<Answered, 'identity'> & { readonly sha256: Sha256 },
): Promise<Result<null, Failure>> {
  if (receipt.sha256 !== sha256) return wrong('photo');
  return verify(receipt, photoReceiptText(receipt), { identity, epoch: receipt.epoch });
}

async function verify(
  { key, project, epoch, signature }: PhotoReceipt | Receipt,
  text: string,
  answered: Answered,
): Promise<Result<null, Failure>> {
  const { identity } = answered;
  if (key !== identity.serverKey) return err({ kind: 'sync/other-server', key });
  if (project !== identity.project) return wrong('project');
  if (epoch !== answered.epoch) return wrong('epoch');
  const signer = await readKey(key);
  if (!signer) return err({ kind: 'sync/cannot-verify' });
  if (!/^[A-Za-z0-9_-]{86}$/.test(signature)) return wrong('signature');
  const bytes = fromBase64Url(signature);
  const isSigned = await crypto.subtle.verify('Ed25519', signer, bytes, utf8(text));
  return isSigned ? ok(null) : wrong('signature');
}

function wrong(problem: string): Result<never, Failure> {
  return err({ kind: 'sync/wrong-receipt', problem });
}

const keys = new Map<ServerKey, CryptoKey>();

/** The key as the browser's own Ed25519 takes it; undefined where it has none (Chromium before 137). */
async function readKey(key: ServerKey): Promise<CryptoKey | undefined> {
  const known = keys.get(key);
  if (known) return known;
  try {
    const bytes = fromBase64Url(key);
    const read = await crypto.subtle.importKey('raw', bytes, 'Ed25519', false, ['verify']);
    keys.set(key, read);
    return read;
  } catch {
    return undefined;
  }
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}
