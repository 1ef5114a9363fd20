import type { RecordId } from '#shared/core/ids.ts';
import type { Stamp } from '#shared/core/stamp.ts';
import { latestStamp } from '#shared/core/stamp.ts';
import type { Identity, JournalRecord } from '#shared/journal/journal-record.ts';
import { entryHash } from '#shared/records/entry.ts';
import type { FeedHead } from '#shared/records/feed.ts';
import { emptyFeed } from '#shared/records/feed.ts';

/** What the next act is built on: kept in memory by the one writer, and true of the journal as far as it is durable. */
export interface Work {
  readonly identity: Identity | undefined;
  /** Where the own feed stands; undefined before there is an identity. */
  readonly head: FeedHead | undefined;
  /** The greatest stamp this laptop has seen, its own and others'. */
  readonly latest: Stamp | undefined;
  /** When drafts ended in this session, by this laptop's clock: what was typed before is a late autosave. */
  readonly endedDrafts: ReadonlyMap<RecordId, number>;
}

/** The work after the journal has taken `records` at `nowMs` of this laptop's clock. */
export function workAfter(work: Work, records: readonly JournalRecord[], nowMs: number): Work {
  return records.reduce((before, record) => workAfterOne(before, record, nowMs), work);
}

function workAfterOne(work: Work, record: JournalRecord, nowMs: number): Work {
  if (record.is === 'entry') {
    const { feed, seq, stamp } = record.entry;
    const latest = latestStamp(work.latest, stamp);
    return feed === work.head?.feed
      ? { ...work, latest, head: { feed, seq, hash: entryHash(record.entry) } }
      : { ...work, latest };
  }
  if (record.is === 'identity') {
    const { identity } = record;
    const isSameFeed = work.head?.feed === identity.feed;
    return { ...work, identity, head: isSameFeed ? work.head : emptyFeed(identity.feed) };
  }
  if (record.is === 'draft-removed') {
    return { ...work, endedDrafts: new Map([...work.endedDrafts, [record.record, nowMs]]) };
  }
  return work;
}
