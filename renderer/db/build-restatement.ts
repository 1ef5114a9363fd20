import type { FeedId } from '#shared/core/ids.ts';
import { err, ok } from '#shared/core/result.ts';
import type { Identity, JournalRecord } from '#shared/journal/journal-record.ts';
import type { Entry, Path } from '#shared/records/entry.ts';
import { emptyFeed } from '#shared/records/feed.ts';
import type { ActIndex } from './act-index.ts';
import type { ActBuilder } from './build-group.ts';
import { groupByRecord } from './group-by-record.ts';
import { makeEntry } from './make-entry.ts';
import { pieces, RECORDS_PER_FRAME } from './pieces.ts';

const LAST = Number.MAX_SAFE_INTEGER;

/**
 * Says again what the server has not confirmed of a feed: for each record one entry with the present values of all
 * paths those entries wrote, on a new feed where the feed was the one in use. The old feed counts as sent with it.
 */
export function buildRestatement(
  feed: FeedId,
  index: Pick<ActIndex, 'read'>,
  newFeed: () => FeedId,
): ActBuilder<null> {
  return async ({ work, nowMs, states }) => {
    if (!work.identity || !work.head) return err({ kind: 'account/signed-out' });
    const { confirmed, entries } = await index.read(async (db) => {
      const row = await db.feeds.get(feed);
      const from = [feed, (row?.confirmed ?? 0) + 1];
      const rows = await db.entries.where('[feed+seq]').between(from, [feed, LAST]).toArray();
      return { confirmed: row?.confirmed ?? 0, entries: rows };
    });
    const found = await states(entries.map((entry) => entry.record));
    if (!found.ok) return found;
    const identity: Identity =
      work.identity.feed === feed ? { ...work.identity, feed: newFeed() } : work.identity;
    const isNew = identity.feed !== work.identity.feed;
    const records: JournalRecord[] = isNew ? [{ is: 'identity', identity }] : [];
    let head = isNew ? emptyFeed(identity.feed) : work.head;
    let { latest } = work;
    for (const [record, unsent] of groupByRecord(entries)) {
      const state = found.value.get(record);
      if (!state) continue;
      const set = Object.fromEntries(
        pathsOf(unsent).map((path) => [path, state.paths[path]?.heads[0]?.value ?? null]),
      );
      const why = unsent.findLast((entry) => entry.why !== undefined)?.why;
      const change = { record, kind: state.kind, form: state.form, set, ...(why ? { why } : {}) };
      const made = makeEntry(change, undefined, state, { identity, head, latest, nowMs });
      if (!made.ok) return made;
      records.push({ is: 'entry', entry: made.value.entry });
      head = made.value.head;
      latest = made.value.entry.stamp;
    }
    const seq = entries.at(-1)?.seq ?? confirmed;
    // Last, so that a crash in the midst of it leaves the feed to be said again.
    records.push({ is: 'confirmed', feed, seq, atMs: nowMs });
    return ok({ frames: pieces(records, RECORDS_PER_FRAME), answer: null });
  };
}

function pathsOf(entries: readonly Entry[]): readonly Path[] {
  return [...new Set(entries.flatMap((entry) => Object.keys(entry.set)))];
}
