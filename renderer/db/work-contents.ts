import type { Failure } from '#shared/core/failure.ts';
import type { RecordId, Sha256 } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { ok } from '#shared/core/result.ts';
import type { Desktop } from '#shared/desktop/contract.ts';
import type { Identity } from '#shared/journal/journal-record.ts';
import { entryKey } from './index-batch.ts';
import { wholeJournal } from './repair-index.ts';
import { replayJournal } from './replay-journal.ts';

/** What a journal and the photos beside it hold, counted by reading every byte of them. */
export interface WorkContents {
  readonly identity: Identity | undefined;
  readonly entries: number;
  readonly drafts: number;
  /** Photos whose bytes are there and are those of their hash. */
  readonly photos: number;
  /** Photos that the journal speaks of and that are not there, or not whole. */
  readonly missingPhotos: number;
}

const channels = {
  laptop: { read: 'journal.read', photo: 'photo.get' },
  copy: { read: 'copy.read', photo: 'copy.photo' },
} as const;

/** Counts what this laptop holds, or the copy that was opened last. */
export async function countContents(
  desktop: Desktop,
  where: keyof typeof channels,
): Promise<Result<WorkContents, Failure>> {
  const entries = new Set<string>();
  const drafts = new Set<RecordId>();
  const photos = new Set<Sha256>();
  let identity: Identity | undefined;
  const { read: readChannel, photo: photoChannel } = channels[where];
  const read = await replayJournal(
    desktop,
    wholeJournal,
    (acts) => {
      for (const record of acts.flatMap((act) => act.records)) {
        if (record.is === 'entry') entries.add(entryKey(record.entry.feed, record.entry.seq));
        if (record.is === 'draft') drafts.add(record.draft.record);
        if (record.is === 'draft-removed') drafts.delete(record.record);
        if (record.is === 'photo') photos.add(record.photo.sha256);
        if (record.is === 'photo-dropped') photos.delete(record.sha256);
        if (record.is === 'identity') ({ identity } = record);
      }
    },
    readChannel,
  );
  if (!read.ok) return read;
  let whole = 0;
  for (const sha256 of photos) {
    if ((await desktop.call(photoChannel, { sha256 })).ok) whole += 1;
  }
  return ok({
    identity,
    entries: entries.size,
    drafts: drafts.size,
    photos: whole,
    missingPhotos: photos.size - whole,
  });
}
