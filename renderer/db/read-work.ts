import type { FeedId } from '#shared/core/ids.ts';
import { entryHash } from '#shared/records/entry.ts';
import type { FeedHead } from '#shared/records/feed.ts';
import { emptyFeed } from '#shared/records/feed.ts';
import type { IndexDatabase } from './database.ts';
import { readMeta } from './database.ts';
import { lastOf } from './last-of.ts';
import { CLOCK_OFFSET_KEY } from './store-clock.ts';
import type { StoreHealth } from './stores.ts';
import type { Work } from './work.ts';

/** What a session begins with. */
export interface KnownWork {
  readonly work: Work;
  readonly health: Pick<StoreHealth, 'unknownRecords' | 'clockOffsetMs'>;
  /** The journal has records of a newer version since the feed began; an entry may be among them, and a number is never given twice. */
  readonly mustChangeFeed: boolean;
}

/** Reads what the next act is built on from an index that holds the whole journal. */
export async function readWork(db: IndexDatabase): Promise<KnownWork> {
  const [journal, identityRow, offset] = await Promise.all([
    readMeta(db, 'journal'),
    readMeta(db, 'identity'),
    db.settings.get(CLOCK_OFFSET_KEY),
  ]);
  const identity = identityRow?.identity;
  return {
    work: {
      identity,
      head: identity && (await headOf(db, identity.feed)),
      latest: journal?.latest,
      endedDrafts: new Map(),
    },
    health: {
      unknownRecords: journal?.unknown ?? 0,
      clockOffsetMs: typeof offset?.value === 'number' ? offset.value : null,
    },
    mustChangeFeed: (journal?.unknownInFeed ?? 0) > 0,
  };
}

async function headOf(db: IndexDatabase, feed: FeedId): Promise<FeedHead> {
  const last = await lastOf(db, feed);
  return last ? { feed, seq: last.seq, hash: entryHash(last) } : emptyFeed(feed);
}
