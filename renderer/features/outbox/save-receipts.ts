import type { Failure } from '#shared/core/failure.ts';
import { utf8 } from '#shared/core/hash.ts';
import type { Result } from '#shared/core/result.ts';
import { ok } from '#shared/core/result.ts';
import type { Desktop } from '#shared/desktop/contract.ts';
import type { Coverage } from '../../db/stores.ts';

/**
 * Asks where to save and writes there the newest receipt of each feed and photo, as JSON: each covers all before it. Answers
 * false where the person wanted no file.
 */
export async function saveReceipts(
  desktop: Desktop,
  { feeds, photoReceipts }: Coverage,
): Promise<Result<boolean, Failure>> {
  const begun = await desktop.call('file.begin', { suggestedName: 'bazarnegar-receipts.json' });
  if (!begun.ok) return begun;
  if (begun.value === null) return ok(false);
  const handle = begun.value;
  const written = await desktop.call('file.write', {
    handle,
    bytes: utf8(`${JSON.stringify(receiptsFile(feeds, photoReceipts), null, 2)}\n`),
  });
  const ended = await desktop.call('file.end', { handle, keep: written.ok });
  if (!written.ok) return written;
  return ended.ok ? ok(true) : ended;
}

function receiptsFile(feeds: Coverage['feeds'], photos: Coverage['photoReceipts']) {
  const receipts = feeds.flatMap(({ receipt }) => receipt ?? []);
  return { format: 'bazarnegar-receipts', version: 1, receipts, photos };
}
