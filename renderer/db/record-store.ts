import type { Collection } from 'dexie';
import Dexie from 'dexie';
import type { RecordId } from '#shared/core/ids.ts';
import { ok } from '#shared/core/result.ts';
import type { Path } from '#shared/records/entry.ts';
import type { ActIndex } from './act-index.ts';
import { buildWrite } from './build-write.ts';
import type { IndexDatabase } from './database.ts';
import type { DraftBases } from './draft-bases.ts';
import type { JournalWriter } from './journal-writer.ts';
import { findOutgoing } from './find-outgoing.ts';
import { refusedPathsOf, sendStateOf } from './outgoing.ts';
import { readStates } from './read-states.ts';
import type { RecordRow } from './rows.ts';
import type { RecordStore } from './stores.ts';

export function createRecordStore(
  writer: JournalWriter,
  index: Pick<ActIndex, 'read' | 'outgoing'>,
  bases: DraftBases,
  onWork: () => void,
  onDraftEnd: () => void,
): RecordStore {
  async function listBy(indexName: '[parent+createdAt]' | '[review+changedAt]', key: string) {
    const rows = await index.read((db) => range(db, indexName, key).toArray());
    return rows.map((row) => row.view);
  }

  return {
    async find(record) {
      const row = await index.read((db) => db.records.get(record));
      return row?.kind === undefined ? undefined : row.view;
    },
    async list(kind, limit) {
      const rows = await index.read((db) => latestRows(db, kind, limit));
      return rows.map((row) => row.view);
    },
    async ids(kind) {
      const ids = await index.read((db) => range(db, '[kind+changedAt]', kind).primaryKeys());
      // UUIDv7 begins with the time it was made at; a register's items come in the order of their codes.
      return ids.toSorted();
    },
    async findMany(records) {
      const rows = await index.read((db) => db.records.bulkGet([...records]));
      return rows.flatMap((row) => (row?.kind === undefined ? [] : [row.view]));
    },
    async listOfVisit(visit) {
      const views = await listBy('[parent+createdAt]', visit);
      return views.filter((view) => view.kind !== 'comment');
    },
    async comments(record) {
      const views = await listBy('[parent+createdAt]', record);
      return views.filter((view) => view.kind === 'comment');
    },
    listByReview: (review) => listBy('[review+changedAt]', review),
    countByReview: (review) => index.read((db) => range(db, '[review+changedAt]', review).count()),
    async state(record) {
      const [state] = await index.read((db) =>
        db.transaction('r', db.states, db.records, db.entries, () => readStates(db, [record])),
      );
      return state;
    },
    async history(record) {
      const entries = await index.read((db) => db.entries.where('record').equals(record).toArray());
      return entries.toSorted((a, b) => (a.stamp < b.stamp ? -1 : 1));
    },
    async sendStates() {
      const rows = await index.read((db) => db.outgoing.toArray());
      return new Map(rows.map((row) => [row.record, sendStateOf(row)]));
    },
    sendDetails: (record) =>
      index.read(async (db) => {
        const [row] = await findOutgoing(db, [record]);
        const feed = row && (await db.feeds.get(row.feed));
        return (
          row && {
            state: sendStateOf(row),
            sinceMs: row.sinceMs,
            ahead: Math.max(0, row.seq - (feed?.confirmed ?? 0) - 1),
          }
        );
      }),
    withdraw: (record) =>
      writer.act<null>(async () => {
        const [row] = await index.read((db) => findOutgoing(db, [record]));
        if (!row || row.refused.length === 0) return ok({ frames: [], answer: null });
        const records = row.refused.map(
          ({ feed, seq }) => ({ is: 'withdrawn', feed, seq }) as const,
        );
        return ok({ frames: [records], answer: null });
      }),
    async write(changes, finishedDrafts = [], replaced = []) {
      if (changes.length === 0 && finishedDrafts.length === 0) return ok([]);
      const context = {
        finishedDrafts,
        replaced,
        draftBase: bases.of,
        refusedPaths: (record: RecordId) => refusedPaths(index, record),
      };
      const written = await writer.act(buildWrite(changes, context));
      if (written.ok) {
        for (const record of finishedDrafts) bases.forget(record);
        if (finishedDrafts.length > 0) onDraftEnd();
        onWork();
      }
      return written;
    },
  };
}

function range(
  db: IndexDatabase,
  indexName: '[kind+changedAt]' | '[parent+createdAt]' | '[review+changedAt]',
  key: string,
): Collection<RecordRow, RecordId> {
  return db.records.where(indexName).between([key, Dexie.minKey], [key, Dexie.maxKey]);
}

async function latestRows(db: IndexDatabase, kind: string, limit: number | undefined) {
  const rows = range(db, '[kind+changedAt]', kind);
  // Backwards IndexedDB goes row by row; above some hundreds reading all at once forwards is the faster way.
  // oxlint-disable-next-line unicorn/no-array-reverse -- a Dexie collection, no array
  if (limit !== undefined && limit <= 300) return rows.reverse().limit(limit).toArray();
  const all = await rows.toArray();
  return all.toReversed().slice(0, limit);
}

/** Paths that the server refused of the record and nobody has said again. */
async function refusedPaths(
  index: Pick<ActIndex, 'read' | 'outgoing'>,
  record: RecordId,
): Promise<readonly Path[]> {
  // An index that cannot be read must not keep a person from saving: the record then stays refused until its next change.
  const row = await index.outgoing(record).catch(() => undefined);
  return row?.answer === undefined ? refusedPathsOf(row) : [];
}
