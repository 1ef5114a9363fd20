import type { Failure } from '#shared/core/failure.ts';
import type { RecordId } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { ok } from '#shared/core/result.ts';
import type { Desktop } from '#shared/desktop/contract.ts';
import type { JournalNote } from '#shared/journal/frame.ts';
import type { Entry } from '#shared/records/entry.ts';
import type { RecordState } from '#shared/records/fold.ts';
import { foldEntry } from '#shared/records/fold.ts';
import type { IndexedAct } from './apply-acts.ts';
import { applyActs } from './apply-acts.ts';
import type { IndexDatabase } from './database.ts';
import { withDeadline } from './deadline.ts';
import { findOutgoing } from './find-outgoing.ts';
import { entryKey } from './index-batch.ts';
import type { IndexCache } from './index-cache.ts';
import { createIndexCache } from './index-cache.ts';
import type { OutgoingRow } from './rows.ts';
import { readStates } from './read-states.ts';
import { repairIndex, wholeJournal } from './repair-index.ts';
import { replayJournal } from './replay-journal.ts';

export type StatesById = ReadonlyMap<RecordId, RecordState>;

/** How long IndexedDB may be silent, and how soon a broken index is tried again. */
export interface IndexLimits {
  readonly silenceMs: number;
  readonly retryMs: number;
}

/** The index as the writer and the stores see it: it may fall behind the journal, and is brought up again by itself. */
export interface ActIndex {
  /** Brings acts in that the journal has just taken. Never fails: what it cannot take it is behind with. */
  apply(acts: readonly IndexedAct[], note: JournalNote): Promise<void>;
  fallBehind(): void;
  isBehind(): boolean;
  /** States of records, from the journal itself while the index is behind. */
  states(records: readonly RecordId[]): Promise<Result<StatesById, Failure>>;
  /** What of a record waits to be sent; asked after `states`, which reads it along. */
  outgoing(record: RecordId): Promise<OutgoingRow | undefined>;
  /** A query for a screen. Fails rather than hang, and where the index is closed. */
  read<T>(query: (db: IndexDatabase) => PromiseLike<T>): Promise<T>;
  close(): void;
}

/** What the index needs of the writer, whose turn it must have to end a repair. */
export interface IndexOwner {
  /** Runs between two acts. */
  alone(run: () => Promise<void>): Promise<void>;
  onIndexChange(isBehind: boolean): void;
}

export function createActIndex(
  db: IndexDatabase,
  desktop: Desktop,
  limits: IndexLimits,
  owner: IndexOwner,
): ActIndex {
  const cache = createIndexCache();
  let behind = false;
  let isClosed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;

  function setBehind(next: boolean): void {
    if (behind === next) return;
    behind = next;
    owner.onIndexChange(next);
  }

  function fallBehind(): void {
    cache.forget();
    if (isClosed) return;
    setBehind(true);
    if (timer !== undefined) return;
    const delayMs = limits.retryMs * Math.min(2 ** tries, 64);
    tries += 1;
    timer = setTimeout(() => void repair(), delayMs);
  }

  async function repair(): Promise<void> {
    const isWhole = await repairIndex(db, desktop, limits.silenceMs, owner.alone, () =>
      setBehind(false),
    );
    timer = undefined;
    if (isWhole) tries = 0;
    else fallBehind();
  }

  db.on('close', fallBehind);

  return {
    fallBehind,
    isBehind: () => behind,
    async apply(acts, note) {
      if (behind) return;
      try {
        await withDeadline(applyActs(db, acts, note, cache), limits.silenceMs);
      } catch {
        fallBehind();
      }
    },
    async states(records) {
      if (!behind) {
        try {
          const unread = records.filter((record) => cache.state(record) === undefined);
          await withDeadline(readSubjects(db, unread, cache), limits.silenceMs);
          return ok(statesIn(cache, records));
        } catch {
          fallBehind();
        }
      }
      return statesFromJournal(desktop, new Set(records));
    },
    async outgoing(record) {
      const noted = behind ? undefined : cache.outgoing(record);
      if (noted !== undefined) return noted === 'none' ? undefined : noted;
      const [row] = await withDeadline(findOutgoing(db, [record]), limits.silenceMs);
      return row;
    },
    async read(query) {
      try {
        return await withDeadline(query(db), limits.silenceMs);
      } catch (error) {
        if (!db.isOpen()) fallBehind();
        // Dexie's own DatabaseClosedError would be swallowed by its liveQuery, and the screen would wait for ever.
        throw new Error(`index: ${String(error)}`, { cause: error });
      }
    },
    close() {
      isClosed = true;
      clearTimeout(timer);
      db.close();
    },
  };
}

/** Reads what a write to some records is built on, in one transaction, into the cache. */
async function readSubjects(
  db: IndexDatabase,
  records: readonly RecordId[],
  cache: IndexCache,
): Promise<void> {
  if (records.length === 0) return;
  const tables = [db.states, db.records, db.entries, db.outgoing];
  const [states, rows] = await db.transaction('r', tables, () =>
    Promise.all([readStates(db, records), findOutgoing(db, records)]),
  );
  const stateOf = new Map(states.map((state) => [state.record, state]));
  const rowOf = new Map(rows.map((row) => [row.record, row]));
  for (const record of records) {
    cache.noteState(record, stateOf.get(record));
    cache.noteOutgoing(record, rowOf.get(record));
  }
}

function statesIn(cache: IndexCache, records: readonly RecordId[]): StatesById {
  return new Map(
    records.flatMap((record) => {
      const state = cache.state(record);
      return state === undefined || state === 'none' ? [] : [[record, state] as const];
    }),
  );
}

async function statesFromJournal(
  desktop: Desktop,
  records: ReadonlySet<RecordId>,
): Promise<Result<StatesById, Failure>> {
  const entries: Entry[] = [];
  const withdrawn = new Set<string>();
  const read = await replayJournal(desktop, wholeJournal, (acts) => {
    for (const record of acts.flatMap((act) => act.records)) {
      if (record.is === 'withdrawn') withdrawn.add(entryKey(record.feed, record.seq));
      if (record.is === 'entry' && records.has(record.entry.record)) entries.push(record.entry);
    }
  });
  if (!read.ok) return read;
  const states = new Map<RecordId, RecordState>();
  for (const entry of entries) {
    if (withdrawn.has(entryKey(entry.feed, entry.seq))) continue;
    states.set(entry.record, foldEntry(states.get(entry.record), entry));
  }
  return ok(states);
}
