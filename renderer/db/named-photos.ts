import type { RecordId, Sha256 } from '#shared/core/ids.ts';
import { photoHashesIn } from '#shared/records/photo-hashes.ts';
import type { Draft } from '#shared/records/draft.ts';
import type { IndexDatabase } from './database.ts';
import { present } from './load-batch.ts';
import type { PhotoRow, RecordRow } from './rows.ts';

/** Those of some photos that are part of the work: an entry of this laptop names them, or they came from another laptop. */
export async function namedPhotos(
  db: IndexDatabase,
  photos: readonly PhotoRow[],
): Promise<readonly PhotoRow[]> {
  const namers = await namersOf(db, photos);
  return photos.filter(({ sha256, ofDraft }) => !ofDraft || namers.has(sha256));
}

/**
 * Those of some photos that may be sent now: part of the work, and not just taken out of what an unfinished change still says; one with
 * its place in it only while the respondent's consent stands.
 */
export async function photosToSend(
  db: IndexDatabase,
  photos: readonly PhotoRow[],
): Promise<readonly PhotoRow[]> {
  const namers = await namersOf(db, photos);
  const records = [...new Set([...namers.values()].flat())];
  const [drafts, rows] = await Promise.all([
    db.drafts.bulkGet(records),
    db.records.bulkGet(records),
  ]);
  const draftOf = new Map(present(drafts).map((draft) => [draft.record, draft]));
  const rowOf = new Map(present(rows).map((row) => [row.id, row]));
  return photos.filter((photo) => {
    if (!photo.ofDraft) return true;
    return (namers.get(photo.sha256) ?? []).some((record) =>
      mayGo(photo, draftOf.get(record), rowOf.get(record)),
    );
  });
}

function mayGo(
  { sha256, hasPlace }: PhotoRow,
  draft: Draft | undefined,
  row: RecordRow | undefined,
): boolean {
  if (draft && !photoHashesIn(draft.set).has(sha256)) return false;
  if (!hasPlace) return true;
  const isAgreed =
    row?.view.answers['consent'] === 'yes' && !row.view.conflicts.includes('consent');
  return isAgreed && (draft === undefined || draft.set['consent'] === 'yes');
}

async function namersOf(
  db: IndexDatabase,
  photos: readonly PhotoRow[],
): Promise<ReadonlyMap<Sha256, readonly RecordId[]>> {
  const own = photos.flatMap(({ sha256, ofDraft }) => (ofDraft ? [sha256] : []));
  const rows = own.length === 0 ? [] : await db.named.where('sha256').anyOf(own).toArray();
  const namers = new Map<Sha256, RecordId[]>();
  for (const { sha256, record, withheld } of rows) {
    if (withheld === 0) namers.set(sha256, [...(namers.get(sha256) ?? []), record]);
  }
  return namers;
}

/**
 * Photos that were added to what is typed here and that nothing names any more: no entry, no draft, and no step of undoing, which are kept
 * among the settings. While the record they were added to is still being typed they stay.
 */
export async function unnamedPhotos(db: IndexDatabase): Promise<readonly PhotoRow[]> {
  const withheld = await db.named.where('withheld').equals(1).toArray();
  const [unsent, replaced] = await Promise.all([
    db.photos.where('sent').equals(0).toArray(),
    db.photos.bulkGet(withheld.map(({ sha256 }) => sha256)),
  ]);
  const all = new Map([...unsent, ...present(replaced)].map((photo) => [photo.sha256, photo]));
  const own = [...all.values()].filter(({ ofDraft }) => ofDraft);
  const named = new Set(await namedPhotos(db, own));
  const unnamed = own.filter((photo) => !named.has(photo));
  if (unnamed.length === 0) return [];
  const [drafts, settings] = await Promise.all([db.drafts.toArray(), db.settings.toArray()]);
  const typed = new Set(drafts.map(({ record }) => record));
  const held = photoHashesIn([drafts, settings]);
  return unnamed.filter(({ sha256, record }) => !typed.has(record) && !held.has(sha256));
}
