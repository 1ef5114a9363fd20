import type { DeviceKey } from '#shared/core/device-key.ts';
import type { FeedId, PersonId, ProjectId, Sha256 } from '#shared/core/ids.ts';
import type { Failure } from '#shared/core/failure.ts';
import type { Stamp } from '#shared/core/stamp.ts';
import type { SignedHead } from '#shared/records/signed-head.ts';
import { feedGenesis } from '#shared/records/entry.ts';
import type { Db, Tx } from './database.ts';

/** How far a feed has come. `stamp` is that of its latest accepted entry. */
export interface FeedPosition {
  readonly feed: FeedId;
  readonly seq: number;
  readonly hash: Sha256;
  readonly stamp: Stamp | null;
}

/** A feed as the server has it: how far, and whose it is. */
export interface StoredFeed extends FeedPosition {
  readonly account: string | null;
  readonly person: PersonId;
  /** The device that signed it last; null for a feed that was never signed. */
  readonly device: DeviceKey | null;
}

/** Who a feed that is seen for the first time belongs to; no account for the server's own feeds. */
export interface FeedOwner {
  readonly account: string | null;
  readonly person: PersonId;
}

/** Makes a feed the owner's if it is nobody's yet, and holds it until the transaction ends. */
export async function claimFeed(
  tx: Tx,
  project: ProjectId,
  feed: FeedId,
  owner: FeedOwner,
): Promise<StoredFeed> {
  const known = await holdFeed(tx, project, feed);
  if (known) return known;
  await tx
    .insertInto('feed')
    .values({ project, feed, ...owner, hash: feedGenesis(feed) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const made = await holdFeed(tx, project, feed);
  if (!made) throw new Error('a feed that was just made is not there');
  return made;
}

function holdFeed(tx: Tx, project: ProjectId, feed: FeedId): Promise<StoredFeed | undefined> {
  return selectFeed(tx, project, feed).forUpdate().executeTakeFirst();
}

function selectFeed(db: Db, project: ProjectId, feed: FeedId) {
  return db
    .selectFrom('feed')
    .select(['feed', 'account', 'person', 'seq', 'hash', 'stamp', 'device'])
    .where('project', '=', project)
    .where('feed', '=', feed);
}

/** The server's own feed of a project; undefined before it wrote anything there. */
export async function findServerFeed(db: Db, project: ProjectId): Promise<FeedId | undefined> {
  const row = await db
    .selectFrom('feed')
    .select('feed')
    .where('project', '=', project)
    .where('account', 'is', null)
    .executeTakeFirst();
  return row?.feed;
}

/** How far a feed is stored; undefined for one that was never seen. */
export async function findFeed(
  db: Db,
  project: ProjectId,
  feed: FeedId,
): Promise<StoredFeed | undefined> {
  return selectFeed(db, project, feed).executeTakeFirst();
}

/** Notes how far a feed has come, and the head its device signed there: the feed goes on signed. */
export async function moveFeed(
  tx: Tx,
  project: ProjectId,
  { feed, seq, hash, stamp }: FeedPosition,
  head?: SignedHead,
): Promise<void> {
  const signed = head && {
    device: head.device,
    signed_seq: head.seq,
    signed_hash: head.hash,
    signature: head.signature,
  };
  await tx
    .updateTable('feed')
    .set({ seq, hash, stamp, ...signed })
    .where('project', '=', project)
    .where('feed', '=', feed)
    .execute();
}

/** What was made of a number of a feed: accepted, or refused with `failure`. */
export interface StoredVerdict {
  readonly seq: number;
  readonly hash: Sha256;
  readonly failure: Failure | null;
}

/** What was made of the numbers of a feed from `first` to `last`; of a forked number, every content that was seen. */
export async function findVerdicts(
  db: Db,
  project: ProjectId,
  { feed, seq }: Pick<FeedPosition, 'feed' | 'seq'>,
  { first, last }: { readonly first: number; readonly last: number },
): Promise<readonly StoredVerdict[]> {
  // Most batches are new: behind where a feed stands nothing was accepted.
  const accepted =
    first > seq
      ? []
      : await db
          .selectFrom('entry')
          .select(['seq', 'hash'])
          .where('project', '=', project)
          .where('feed', '=', feed)
          .where('seq', '>=', first)
          .where('seq', '<=', last)
          .execute();
  const refused = await db
    .selectFrom('quarantine')
    .select(['seq', 'hash', 'failure'])
    .where('project', '=', project)
    .where('feed', '=', feed)
    .where('seq', '>=', first)
    .where('seq', '<=', last)
    .execute();
  return [
    ...accepted.map((row) => ({ ...row, failure: null })),
    ...refused.map((row) => ({ ...row, failure: JSON.parse(row.failure) as Failure })),
  ];
}

/** The numbers of a feed up to `last` that were refused and took their place in it, in order, each with why. */
export async function findRefused(
  db: Db,
  project: ProjectId,
  feed: FeedId,
  last: number,
): Promise<readonly { readonly seq: number; readonly failure: Failure }[]> {
  const rows = await db
    .selectFrom('quarantine')
    .select(['seq', 'failure'])
    .where('project', '=', project)
    .where('feed', '=', feed)
    .where('in_chain', '=', true)
    .where('seq', '<=', last)
    .orderBy('seq')
    .execute();
  return rows.map(({ seq, failure }) => ({ seq, failure: JSON.parse(failure) as Failure }));
}

/** An entry that was refused, whole. */
export interface RefusedEntry {
  readonly seq: number;
  readonly hash: Sha256;
  readonly isInChain: boolean;
  readonly failure: Failure;
  readonly body: string;
}

/** Keeps refused entries; one that is kept already stays as it is. */
export async function addToQuarantine(
  tx: Tx,
  project: ProjectId,
  feed: FeedId,
  account: string,
  refused: readonly RefusedEntry[],
): Promise<void> {
  if (refused.length === 0) return;
  await tx
    .insertInto('quarantine')
    .values(
      refused.map((entry) => ({
        project,
        feed,
        account,
        seq: entry.seq,
        hash: entry.hash,
        in_chain: entry.isInChain,
        failure: JSON.stringify(entry.failure),
        body: entry.body,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
