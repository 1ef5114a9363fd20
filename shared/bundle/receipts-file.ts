import { z } from 'zod';
import type { Failure } from '../core/failure.ts';
import { failureSchema } from '../core/failure.ts';
import type { FeedId } from '../core/ids.ts';
import { feedIdSchema } from '../core/ids.ts';
import { isTooDeep } from '../core/json.ts';
import type { PhotoReceipt, Receipt } from '../records/receipt.ts';
import { photoReceiptSchema, receiptSchema } from '../records/receipt.ts';

/** Largest file of receipts that is read, in bytes: 100,000 photos take 40 MB. */
export const MAX_RECEIPTS_BYTES = 64 * 1024 * 1024;

/** An entry the server keeps in quarantine, and why. */
export interface RefusedEntryNote {
  readonly feed: FeedId;
  readonly seq: number;
  readonly failure: Failure;
}

/** What goes back on the stick: receipts of the server, each signed for itself, and in words why it refused what it refused. */
export interface ReceiptsFile {
  readonly receipts: readonly Receipt[];
  readonly photos: readonly PhotoReceipt[];
  readonly refused: readonly RefusedEntryNote[];
}

const fileSchema = z.strictObject({
  format: z.literal('bazarnegar-receipts'),
  version: z.literal(1),
  receipts: z.array(receiptSchema).max(100_000),
  photos: z.array(photoReceiptSchema).max(100_000),
  refused: z
    .array(z.strictObject({ feed: feedIdSchema, seq: z.int().positive(), failure: failureSchema }))
    .max(100_000)
    .default([]),
});

/** The text of a file of receipts. */
export function writeReceiptsFile({ receipts, photos, refused }: ReceiptsFile): string {
  const file = { format: 'bazarnegar-receipts', version: 1, receipts, photos, refused };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Reads a file of receipts from outside; undefined where it is none. No signature is looked at. */
export function readReceiptsFile(text: string): ReceiptsFile | undefined {
  if (isTooDeep(text)) return undefined;
  try {
    return fileSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
