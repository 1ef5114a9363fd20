import type Dexie from 'dexie';

/**
 * The tables and indexes of each published version of the index, frozen once shipped. A version that needs its rows in
 * another shape raises `INDEX_SHAPE` instead of rewriting them: the journal has everything, and is read again.
 *
 * entries   [feed+seq]         an entry by its identity; what of a feed is to be sent, in order
 *           record             history of a record
 * records   id                 find
 *           [kind+changedAt]   list of a kind, latest change first; count of a kind
 *           [parent+createdAt] records of a visit, comments on a record
 *           [review+changedAt] review queue
 * states    record             everything known of each path, read when an entry is folded in; of records with several entries only
 * withdrawn record             entries of a record that count for nothing
 * outgoing  [feed+seq]         what the server does not hold yet, by the last entry; what a confirmation settles goes as one range
 *           record             where a record stands
 * drafts    visit              drafts of a visit
 * photos    sent               photos to be sent
 * named     sha256             which records' entries name a photo
 *           withheld           photos that a record names no more
 * receipts  [feed+seq]         what the server has signed for, a feed’s in order
 */
const versions: readonly {
  readonly version: number;
  readonly stores: Record<string, string | null>;
}[] = [
  {
    version: 1,
    stores: {
      entries: '[feed+seq], record',
      records: 'id, [kind+changedAt], [parent+createdAt], [review+changedAt]',
      states: 'record',
      withdrawn: '[feed+seq], record',
      outgoing: 'record',
      drafts: 'record, visit',
      photos: 'sha256, sent',
      settings: 'key',
      feeds: 'feed',
      meta: 'key',
    },
  },
  { version: 2, stores: { outgoing: 'record, [feed+seq]' } },
  { version: 3, stores: { receipts: '[feed+seq]' } },
  // A table gets another primary key by going and coming back: Dexie changes none in place.
  { version: 4, stores: { outgoing: null } },
  { version: 5, stores: { outgoing: '[feed+seq], record' } },
  { version: 6, stores: { named: '[sha256+record], sha256, withheld' } },
];

/** Raised whenever rows of the index change their shape or meaning: an index of another shape is rebuilt. */
export const INDEX_SHAPE = 6;

/** Tells Dexie every version there ever was. */
export function declareVersions(db: Dexie): void {
  for (const { version, stores } of versions) db.version(version).stores(stores);
}
