import { utf8 } from '../core/hash.ts';
import type { FeedId, ProjectId } from '../core/ids.ts';
import type { Entry } from '../records/entry.ts';
import type { PushRequest } from './http-api.ts';
import { MAX_BATCH_BYTES, MAX_BATCH_ENTRIES } from './http-api.ts';
import { PROTOCOL_VERSION } from './protocol-version.ts';

/** One push, ready to be sent: its JSON in UTF-8 and how many entries it carries. */
export interface Batch {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly count: number;
}

/**
 * The next batch from the beginning of `entries`, which are one feed's in `seq` order: as many as fit, at least one,
 * at most `limit` (a sender halves it where batches fail). Undefined when there is nothing to send.
 */
export function nextBatch(
  sender: { readonly project: ProjectId; readonly feed: FeedId },
  entries: readonly Entry[],
  limit: number = MAX_BATCH_ENTRIES,
): Batch | undefined {
  const most = Math.max(1, Math.min(limit, MAX_BATCH_ENTRIES));
  const texts: string[] = [];
  let bytes = utf8(frame(sender, [])).length;
  for (const entry of entries.slice(0, most)) {
    const text = JSON.stringify(entry);
    bytes += utf8(text).length + 1;
    if (texts.length > 0 && bytes > MAX_BATCH_BYTES) break;
    texts.push(text);
  }
  if (texts.length === 0) return undefined;
  return { body: utf8(frame(sender, texts)), count: texts.length };
}

function frame(
  sender: { readonly project: ProjectId; readonly feed: FeedId },
  entryTexts: readonly string[],
): string {
  const head: Omit<PushRequest, 'entries'> = { protocol: PROTOCOL_VERSION, ...sender };
  return `${JSON.stringify(head).slice(0, -1)},"entries":[${entryTexts.join(',')}]}`;
}
