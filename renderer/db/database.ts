import type { DexieOptions, Table } from 'dexie';
import Dexie from 'dexie';
import type { FeedId, RecordId, Sha256 } from '#shared/core/ids.ts';
import type { Draft } from '#shared/records/draft.ts';
import type { Entry } from '#shared/records/entry.ts';
import type { PackedState } from '#shared/records/packed-state.ts';
import type {
  CursorRow,
  FeedRow,
  IdentityRow,
  JournalRow,
  MetaRow,
  NamedRow,
  OutgoingRow,
  PhotoRow,
  ReceiptRow,
  RecordRow,
  SettingRow,
  TriesRow,
  WithdrawnRow,
} from './rows.ts';
import type { Sealer } from '#shared/vault/seal.ts';
import { sealedIndex } from './sealed-index.ts';
import { declareVersions } from './upgrades.ts';

/** The index of the journal: the working copy that screens read. Tables and indexes: `upgrades.ts`. */
export type IndexDatabase = Dexie & {
  readonly entries: Table<Entry, [FeedId, number]>;
  readonly records: Table<RecordRow, RecordId>;
  readonly states: Table<PackedState, RecordId>;
  readonly withdrawn: Table<WithdrawnRow, [FeedId, number]>;
  readonly outgoing: Table<OutgoingRow, [FeedId, number]>;
  readonly drafts: Table<Draft, RecordId>;
  readonly photos: Table<PhotoRow, Sha256>;
  readonly named: Table<NamedRow, [Sha256, RecordId]>;
  readonly settings: Table<SettingRow, string>;
  readonly feeds: Table<FeedRow, FeedId>;
  readonly receipts: Table<ReceiptRow, [FeedId, number]>;
  readonly meta: Table<MetaRow, MetaRow['key']>;
};

/** What tests choose differently: another name, and an IndexedDB of their own. */
export type IndexOptions = Pick<DexieOptions, 'indexedDB' | 'IDBKeyRange'>;

/** The database, not opened yet; with a sealer, all it holds but keys and indexes is sealed. */
export function createIndexDatabase(
  name: string,
  options: IndexOptions = {},
  sealer?: Sealer,
): IndexDatabase {
  const db = new Dexie(name, {
    ...options,
    autoOpen: false,
    // Without it a power cut takes everything since the last flush, and every start would begin with a rebuild.
    chromeTransactionDurability: 'strict',
    // The cache shows writes before they are committed; a person must not see as kept what is not.
    cache: 'disabled',
  });
  declareVersions(db);
  if (sealer) db.use(sealedIndex(sealer));
  // Another window throws the index away: out of its way, as Dexie does it, without a warning on the console.
  db.on('versionchange', () => {
    db.close();
    return false;
  });
  return db as IndexDatabase;
}

/** One row of `meta`, with the type of its key. */
export async function readMeta<K extends MetaRow['key']>(
  db: IndexDatabase,
  key: K,
): Promise<MetaOf<K> | undefined> {
  return (await db.meta.get(key)) as MetaOf<K> | undefined;
}

type MetaOf<K extends MetaRow['key']> = {
  readonly journal: JournalRow;
  readonly identity: IdentityRow;
  readonly cursor: CursorRow;
  readonly tries: TriesRow;
}[K];
