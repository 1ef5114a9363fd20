import { utf8 } from '../core/hash.ts';
import type { ProjectId } from '../core/ids.ts';
import { MAX_BATCH_BYTES, MAX_BATCH_ENTRIES, MAX_SEGMENT_ENTRY_SIZE } from './http-api.ts';
import type { HashedEntry } from './segment.ts';
import { layOutSegment } from './segment.ts';

/** A segment before compression, and how many entries it carries. */
export interface Batch {
  readonly layout: Uint8Array<ArrayBuffer>;
  readonly count: number;
}

// Of a batch that is too large a little less is tried than would fit if all its entries were alike.
const MARGIN = 0.95;

/**
 * The next batch from the beginning of `entries`, feeds in any mixture, each in `seq` order: as many as fit, at least
 * one, at most `limit` (a sender halves it where batches fail). One without entries where there are none.
 */
export function nextBatch(
  project: ProjectId,
  entries: readonly HashedEntry[],
  limit: number = MAX_BATCH_ENTRIES,
): Batch {
  let count = countWithin(entries, Math.max(1, Math.min(limit, MAX_BATCH_ENTRIES)));
  for (;;) {
    const layout = utf8(layOutSegment(project, entries.slice(0, count)));
    if (layout.length <= MAX_BATCH_BYTES || count <= 1) return { layout, count };
    count = Math.max(1, Math.floor(((count * MAX_BATCH_BYTES) / layout.length) * MARGIN));
  }
}

function countWithin(entries: readonly HashedEntry[], most: number): number {
  let [count, size] = [0, 0];
  for (const entry of entries.slice(0, most)) {
    size += entry.size;
    if (count > 0 && size > MAX_SEGMENT_ENTRY_SIZE) break;
    count += 1;
  }
  return count;
}
