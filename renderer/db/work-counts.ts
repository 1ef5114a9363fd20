import Dexie from 'dexie';
import { surveyFormIds } from '#shared/forms/definitions/catalogue.ts';
import type { IndexDatabase } from './database.ts';
import { readMeta } from './database.ts';
import { namedPhotos } from './named-photos.ts';
import { sendStateOf } from './outgoing.ts';
import type { WorkCounts } from './stores.ts';

/** Counts the work: one look at what is outgoing, the rest counted by indexes. */
export async function countWork(db: IndexDatabase): Promise<WorkCounts> {
  const [onLaptop, outgoing, drafts, unsentPhotos, feeds, cursor] = await Promise.all([
    countSurveyRecords(db),
    db.outgoing.toArray(),
    db.drafts.count(),
    countUnsentPhotos(db),
    db.feeds.toArray(),
    readMeta(db, 'cursor'),
  ]);
  const waiting = outgoing.filter((row) => sendStateOf(row).kind === 'waiting');
  const heardMs = [cursor?.atMs, ...feeds.map((feed) => feed.confirmedAtMs ?? undefined)];
  return {
    onLaptop,
    unsent: waiting.length,
    onServer: onLaptop - outgoing.filter((row) => row.isCounted).length,
    drafts,
    refused: outgoing.length - waiting.length,
    unsentPhotos,
    oldestUnsentMs: least(outgoing.map((row) => row.sinceMs)),
    confirmedAtMs: greatest(heardMs.filter((ms) => ms !== undefined)),
  };
}

async function countUnsentPhotos(db: IndexDatabase): Promise<number> {
  const unsent = await db.photos.where('sent').equals(0).toArray();
  const photos = unsent.filter(({ previewOf }) => previewOf === undefined);
  return (await namedPhotos(db, photos)).length;
}

async function countSurveyRecords(db: IndexDatabase): Promise<number> {
  const counts = await Promise.all(
    surveyFormIds.map((kind) =>
      db.records
        .where('[kind+changedAt]')
        .between([kind, Dexie.minKey], [kind, Dexie.maxKey])
        .count(),
    ),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

function least(numbers: readonly number[]): number | null {
  return numbers.reduce<number | null>((a, b) => (a === null || b < a ? b : a), null);
}

function greatest(numbers: readonly number[]): number | null {
  return numbers.reduce<number | null>((a, b) => (a === null || b > a ? b : a), null);
}
