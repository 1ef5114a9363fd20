import { randomUUID } from 'node:crypto';
import type { FeedId, PersonId, ProjectId, RecordId } from '#shared/core/ids.ts';
import type { Json } from '#shared/core/json.ts';
import { canonicalJson } from '#shared/core/json.ts';
import type { Path } from '#shared/records/entry.ts';
import { appendAct } from '#shared/records/feed.ts';
import { foldEntry } from '#shared/records/fold.ts';
import type { Tx } from '../store/database.ts';
import type { StoredEntry } from '../store/entry-store.ts';
import { appendEntries } from '../store/entry-store.ts';
import type { FeedPosition } from '../store/feed-store.ts';
import { claimFeed, findServerFeed, moveFeed } from '../store/feed-store.ts';
import type { HeldRecord } from '../store/record-store.ts';
import { holdRecords, writeRecords } from '../store/record-store.ts';

/** A record to be made by the server itself: an item of a register, with all its answers. */
export interface ServerAct {
  readonly kind: string;
  readonly record: RecordId;
  readonly form: number;
  readonly set: Readonly<Record<Path, Json>>;
}

const BATCH = 500;

/** Makes records on the server's own feed of a project, in the name of `author`; those that exist are left alone. */
export async function appendActs(
  tx: Tx,
  project: ProjectId,
  author: PersonId,
  acts: readonly ServerAct[],
  nowMs: number,
): Promise<void> {
  const known = await findServerFeed(tx, project);
  const feed = known ?? (randomUUID() as FeedId);
  let position: FeedPosition = await claimFeed(tx, project, feed, {
    account: null,
    person: author,
  });
  for (let from = 0; from < acts.length; from += BATCH) {
    const batch = acts.slice(from, from + BATCH);
    const held = await holdRecords(
      tx,
      project,
      batch.map(({ record }) => record),
    );
    const fresh = batch.filter(({ record }) => !held.has(record));
    const made = append(position, author, fresh, nowMs);
    position = made.position;
    await writeRecords(tx, project, held, made.records);
    await appendEntries(tx, project, made.entries);
  }
  await moveFeed(tx, project, position, { tree: null });
}

function append(
  from: FeedPosition,
  author: PersonId,
  acts: readonly ServerAct[],
  nowMs: number,
): {
  readonly position: FeedPosition;
  readonly entries: readonly StoredEntry[];
  readonly records: readonly HeldRecord[];
} {
  const { feed } = from;
  let position = from;
  const entries: StoredEntry[] = [];
  const records: HeldRecord[] = [];
  for (const { record, kind, form, set } of acts) {
    const act = { author, record, kind, form, set, base: {} };
    const { entry, head } = appendAct(position, act, {
      nowMs,
      latest: position.stamp ?? undefined,
    });
    const { seq, hash } = head;
    position = { feed, seq, hash, stamp: entry.stamp };
    const body = canonicalJson(entry);
    entries.push({ feed, seq, hash, record, kind, author, reader: author, body });
    records.push({ state: foldEntry(undefined, entry), reader: author });
  }
  return { position, entries, records };
}
