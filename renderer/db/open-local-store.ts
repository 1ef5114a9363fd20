import type { Failure } from '#shared/core/failure.ts';
import type { FeedId, RecordId } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { ok } from '#shared/core/result.ts';
import type { Desktop } from '#shared/desktop/contract.ts';
import type { Identity } from '#shared/journal/journal-record.ts';
import type { Sealer } from '#shared/vault/seal.ts';
import type { IndexLimits } from './act-index.ts';
import { createActIndex } from './act-index.ts';
import type { IndexDatabase, IndexOptions } from './database.ts';
import { createIndexDatabase } from './database.ts';
import { createDraftBases } from './draft-bases.ts';
import { createPhotoDropper } from './drop-photos.ts';
import { createDraftStore } from './draft-store.ts';
import type { JournalWriter } from './journal-writer.ts';
import { createJournalWriter } from './journal-writer.ts';
import { createListeners } from './listeners.ts';
import type { RebuildProgress } from './open-index.ts';
import { openIndex } from './open-index.ts';
import { openAhead } from './open-ahead.ts';
import { createPhotoStore } from './photo-store.ts';
import { readWork } from './read-work.ts';
import { createRecordStore } from './record-store.ts';
import { createSettingStore } from './setting-store.ts';
import { createStoreClock } from './store-clock.ts';
import { createHealthBoard } from './store-health.ts';
import type { LocalStore } from './stores.ts';
import { createSyncStore } from './sync-store.ts';
import { countWork } from './work-counts.ts';

/** The part of time and chance that the store needs. */
export interface StoreAmbient {
  nowMs(): number;
  newRecordId(): RecordId;
}

/** What tests choose differently. */
export interface StoreOptions extends Partial<IndexLimits> {
  readonly name?: string;
  readonly index?: IndexOptions;
  /** Seals the index. */
  readonly sealer?: Sealer;
  /** Resolves when nothing else is to be done; with it, what lists read is deciphered before they are asked for. */
  readonly idle?: () => Promise<void>;
  /** How long after a look at what names photos the next one follows. */
  readonly dropAfterMs?: number;
  /** The index's database itself, in place of one of that name. */
  readonly database?: IndexDatabase;
}

/** Longer than the message stays by which a draft that was thrown away is brought back. */
const DROP_AFTER_MS = 15_000;

/**
 * Opens the local store of this laptop: the journal, and beside it the index that screens read, read on or made anew
 * where it is behind, empty or broken (`onProgress` hears of it). Fails where the journal cannot be opened, or no index
 * can be made at all.
 */
export async function openLocalStore(
  desktop: Desktop,
  ambient: StoreAmbient,
  onProgress: (progress: RebuildProgress) => void,
  options: StoreOptions = {},
): Promise<Result<LocalStore, Failure>> {
  const { silenceMs = 20_000, retryMs = 2000, name = 'bazarnegar-index' } = options;
  const { dropAfterMs = DROP_AFTER_MS } = options;
  const db = options.database ?? createIndexDatabase(name, options.index, options.sealer);
  const opened = await openIndex(db, desktop, silenceMs, onProgress);
  if (!opened.ok) {
    db.close();
    return opened;
  }
  const { note, ...found } = opened.value;
  const known = await readWork(db);
  const board = createHealthBoard({ ...found, ...known.health });

  function newFeed(): FeedId {
    return ambient.newRecordId() as string as FeedId;
  }

  const work = createListeners();
  const clock = createStoreClock(ambient.nowMs, board, () => writer);
  const index = createActIndex(
    db,
    desktop,
    { silenceMs, retryMs },
    {
      alone: (run) => writer.alone(run),
      onIndexChange: (isIndexBehind) => board.change({ isIndexBehind }),
    },
  );
  const writer = createJournalWriter({
    desktop,
    index,
    note,
    work: known.work,
    nowMs: clock.nowMs,
    laptopMs: ambient.nowMs,
    onSaving: (state) => board.saving(state, ambient.nowMs()),
  });
  if (known.mustChangeFeed && known.work.identity) {
    const changed = await setIdentity(writer, { ...known.work.identity, feed: newFeed() });
    if (!changed.ok) return changed;
  }
  if (options.idle) void openAhead(index, options.idle);
  const bases = createDraftBases(index);
  const dropper = createPhotoDropper(desktop, writer, index, dropAfterMs);
  // What a crash left, or what ended too late to be looked for.
  dropper.lookSoon();
  return ok({
    records: createRecordStore(writer, index, bases, work.tell, dropper.lookSoon),
    drafts: createDraftStore(writer, index, bases, ambient.nowMs, dropper.lookSoon),
    photos: createPhotoStore(desktop, writer, index, dropper, work.tell),
    settings: createSettingStore(writer, index),
    sync: createSyncStore(writer, index, {
      noteServerTime: clock.noteServerTime,
      onWork: work.add,
      newFeed,
      nowMs: clock.nowMs,
      freeBytes: async () => (await desktop.call('storage.state', null)).freeBytes,
    }),
    identity: async () => writer.work().identity,
    setIdentity: (identity) => setIdentity(writer, identity),
    counts: () => index.read(countWork),
    health: board.health,
    onHealth: board.onHealth,
    close() {
      dropper.close();
      return writer.alone(async () => {
        index.close();
      });
    },
  });
}

function setIdentity(writer: JournalWriter, identity: Identity): Promise<Result<null, Failure>> {
  return writer.act<null>(async () =>
    ok({ frames: [[{ is: 'identity', identity }]], answer: null }),
  );
}
