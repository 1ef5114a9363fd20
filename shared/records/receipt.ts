import { z } from 'zod';
import type { DeviceKey } from '../core/device-key.ts';
import { sha256Hex } from '../core/hash.ts';
import type { FeedId, ProjectId, ServerKey, Sha256 } from '../core/ids.ts';
import { feedIdSchema, projectIdSchema, serverKeySchema, sha256Schema } from '../core/ids.ts';
import { canonicalJson } from '../core/json.ts';

/**
 * What a server signs for: that it holds every entry of `feed` up to `seq`, durably, the last of them with `hash`, and so by
 * the chain each one before it. `refused` are the numbers among them that it keeps in quarantine instead of taking them
 * in, as ranges in order ("3,7-9"; empty for none). Number 0 with the hash a feed begins with says that it holds nothing.
 */
export interface ReceiptFacts {
  readonly key: ServerKey;
  readonly epoch: string;
  readonly project: ProjectId;
  readonly feed: FeedId;
  readonly seq: number;
  readonly hash: Sha256;
  readonly refused: string;
}

/** The facts with the signature over `receiptText`: 64 bytes of Ed25519 (RFC 8032) in base64url. */
export interface Receipt extends ReceiptFacts {
  readonly signature: string;
}

/** What a server signs for of a photo: that its bytes lie on its disk under their hash. */
export interface PhotoFacts {
  readonly key: ServerKey;
  readonly epoch: string;
  readonly project: ProjectId;
  readonly sha256: Sha256;
}

/** The facts of a photo with the signature over `photoReceiptText`. */
export interface PhotoReceipt extends PhotoFacts {
  readonly signature: string;
}

// One that is cut is a receipt that is wrong, not an answer that is none.
const signature = z.string().max(200);
const ranges = z.string().regex(/^(?:\d{1,15}(?:-\d{1,15})?(?:,\d{1,15}(?:-\d{1,15})?)*)?$/);
const issued = { key: serverKeySchema, epoch: z.string(), project: projectIdSchema, signature };

/** Parses a receipt; its signature is not looked at. */
export const receiptSchema: z.ZodType<Receipt> = z.object({
  ...issued,
  feed: feedIdSchema,
  seq: z.int().nonnegative(),
  hash: sha256Schema,
  refused: ranges,
});

/** Parses the receipt of a photo; its signature is not looked at. */
export const photoReceiptSchema: z.ZodType<PhotoReceipt> = z.object({
  ...issued,
  sha256: sha256Schema,
});

/** The text that is signed: canonical JSON that names what it is and its version, so that it can stand for nothing else. */
export function receiptText({
  key,
  epoch,
  project,
  feed,
  seq,
  hash,
  refused,
}: ReceiptFacts): string {
  const facts = { key, epoch, project, feed, seq, hash, refused };
  return canonicalJson({ ...facts, is: 'bazarnegar receipt', version: 1 });
}

/** The text that is signed for a photo. */
export function photoReceiptText({ key, epoch, project, sha256 }: PhotoFacts): string {
  const facts = { key, epoch, project, sha256 };
  return canonicalJson({ ...facts, is: 'bazarnegar photo receipt', version: 1 });
}

/**
 * The text that is signed for the tree over a feed up to the number of a receipt: that its root is that of the entries the receipt is for, and
 * which device of their author signed it. With it single entries of them can be told from others.
 */
export function treeReceiptText(
  { key, epoch, project, feed, seq }: Omit<ReceiptFacts, 'hash' | 'refused'>,
  { root, device }: { readonly root: Sha256; readonly device: DeviceKey },
): string {
  const facts = { key, epoch, project, feed, seq, root, device };
  return canonicalJson({ ...facts, is: 'bazarnegar tree receipt', version: 1 });
}

/** A key as people compare it on the telephone: the first 16 hex digits of its SHA-256, in fours. */
export function keyFingerprint(key: ServerKey): string {
  return sha256Hex(key)
    .slice(0, 16)
    .replaceAll(/(.{4})(?=.)/g, '$1 ');
}

/** Numbers in rising order as ranges. */
export function packRanges(numbers: readonly number[]): string {
  const spans: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = spans.at(-1);
    if (last && number === last.to + 1) last.to = number;
    else spans.push({ from: number, to: number });
  }
  return spans.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(',');
}

/** Whether ranges hold a number: a function, because it is asked of many. */
export function readRanges(text: string): (number: number) => boolean {
  const spans = text.split(',').map((span) => span.split('-').map(Number));
  return (number) =>
    text !== '' && spans.some(([from = 0, to = from]) => number >= from && number <= to);
}

/** The numbers of ranges in order, those up to `last`. */
export function listRanges(text: string, last: number): readonly number[] {
  if (text === '') return [];
  return text.split(',').flatMap((span) => {
    const [from = 0, to = from] = span.split('-').map(Number);
    const count = Math.max(0, Math.min(to, last) - from + 1);
    return Array.from({ length: count }, (_, at) => from + at);
  });
}
