import type { FeedId } from '#shared/core/ids.ts';
import { err, ok } from '#shared/core/result.ts';
import type { Stamp } from '#shared/core/stamp.ts';
import type { Identity, JournalRecord } from '#shared/journal/journal-record.ts';
import type { Entry } from '#shared/records/entry.ts';
import { emptyFeed } from '#shared/records/feed.ts';
import type { ActIndex } from './act-index.ts';
import type { ActBuilder } from './build-group.ts';
import { entriesFrom } from './last-of.ts';
import { makeEntry } from './make-entry.ts';
import { pieces, RECORDS_PER_FRAME } from './pieces.ts';

/**
 * Says again what the server has not confirmed of a feed, entry for entry, on a new feed where the feed was the one in
 * use. The entries said again count for nothing any more, so that this laptop makes of them what everybody else does.
 */
export function buildRestatement(
  feed: FeedId,
  index: Pick<ActIndex, 'read' | 'isBehind'>,
  newFeed: () => FeedId,
): ActBuilder<null> {
  return async ({ work, nowMs }) => {
    if (!work.identity || !work.head) return err({ kind: 'account/signed-out' });
    // It would not know what was just confirmed, and that would be said twice.
    if (index.isBehind()) {
      return err({ kind: 'index/write-failed', detail: 'the index is behind the journal' });
    }
    const { from, entries } = await index.read(async (db) => {
      const row = await db.feeds.get(feed);
      const first = (row?.confirmed ?? 0) + 1;
      return { from: first, entries: await entriesFrom(db, feed, first).toArray() };
    });
    const identity: Identity =
      work.identity.feed === feed ? { ...work.identity, feed: newFeed() } : work.identity;
    const isNew = identity.feed !== work.identity.feed;
    const records: JournalRecord[] = isNew ? [{ is: 'identity', identity }] : [];
    const stamps = new Map<Stamp, Stamp>();
    let head = isNew ? emptyFeed(identity.feed) : work.head;
    let { latest } = work;
    for (const entry of entries) {
      const base = withStamps(entry.base, stamps);
      const made = makeEntry(entry, base, { identity, head, latest, nowMs });
      if (!made.ok) return made;
      records.push({ is: 'entry', entry: made.value.entry });
      head = made.value.head;
      latest = made.value.entry.stamp;
      stamps.set(entry.stamp, latest);
    }
    // Last, so that a crash in the midst of it leaves the feed to be said again.
    if (entries.length > 0) records.push({ is: 'restated', feed, from });
    return ok({ frames: pieces(records, RECORDS_PER_FRAME), answer: null });
  };
}

/** What the author had before their eyes, by the stamps under which it was said again. */
function withStamps(base: Entry['base'], stamps: ReadonlyMap<Stamp, Stamp>): Entry['base'] {
  return Object.fromEntries(
    Object.entries(base).map(([path, known]) => [
      path,
      known.map((stamp) => stamps.get(stamp) ?? stamp),
    ]),
  );
}
