import type { Failure } from '#shared/core/failure.ts';
import { utf8 } from '#shared/core/hash.ts';
import type { Result } from '#shared/core/result.ts';
import type { Desktop } from '#shared/desktop/contract.ts';
import type { Coverage } from '../../db/stores.ts';
import { saveFile } from './save-file.ts';

/**
 * Asks where to save and writes there the newest receipt of each feed and photo, as JSON: each covers all before it. Answers
 * false where the person wanted no file.
 */
export async function saveReceipts(
  desktop: Desktop,
  { feeds, photoReceipts }: Coverage,
): Promise<Result<boolean, Failure>> {
  const text = `${JSON.stringify(receiptsFile(feeds, photoReceipts), null, 2)}\n`;
  return saveFile(desktop, 'bazarnegar-receipts.json', utf8(text));
}

function receiptsFile(feeds: Coverage['feeds'], photos: Coverage['photoReceipts']) {
  const receipts = feeds.flatMap(({ receipt }) => receipt ?? []);
  return { format: 'bazarnegar-receipts', version: 1, receipts, photos };
}
