import { sql } from 'kysely';
import type { DeviceKey } from '#shared/core/device-key.ts';
import type { FeedId, PersonId, ProjectId, Sha256 } from '#shared/core/ids.ts';
import type { Failure } from '#shared/core/failure.ts';
import type { Stamp } from '#shared/core/stamp.ts';
import type { FeedTree } from '#shared/records/feed-tree.ts';
import type { SignedHead, SignedRoot } from '#shared/records/signed-head.ts';
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
  /** The tree over its entries; null where it is to be computed from them. */
  readonly tree: FeedTree | null;
}

/** The newest head that a feed's device signed, and the root it signed with it; nulls where it signed none. */
export interface SignedFeed {
  readonly head: SignedHead | null;
  readonly tree: SignedRoot | null;
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

async function holdFeed(tx: Tx, project: ProjectId, feed: FeedId): Promise<StoredFeed | undefined> {
  const row = await selectFeed(tx, project, feed).forUpdate().executeTakeFirst();
  return row && toFeed(row);
}

function selectFeed(db: Db, project: ProjectId, feed: FeedId) {
  return db
    .selectFrom('feed')
    .select(['feed', 'account', 'person', 'seq', 'hash', 'stamp', 'device', 'peaks'])
    .where('project', '=', project)
    .where('feed', '=', feed);
}

function toFeed({
  peaks,
  ...row
}: Omit<StoredFeed, 'tree'> & { readonly peaks: string | null }): StoredFeed {
  const known = row.seq === 0 ? '' : peaks;
  const tree = known === null ? null : { size: row.seq, peaks: splitPeaks(known) };
  return { ...row, tree };
}

function splitPeaks(peaks: string): readonly Sha256[] {
  return (peaks.match(/.{64}/g) ?? []) as readonly string[] as readonly Sha256[];
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
  const row = await selectFeed(db, project, feed).executeTakeFirst();
  return row && toFeed(row);
}

/** What the device of a feed signed last of it. */
export async function findSigned(db: Db, project: ProjectId, feed: FeedId): Promise<SignedFeed> {
  const row = await db
    .selectFrom('feed')
    .select(['device', 'signed_seq', 'signed_hash', 'signature', 'signed_root', 'root_signature'])
    .where('project', '=', project)
    .where('feed', '=', feed)
    .executeTakeFirst();
  const { device, signed_seq: seq, signed_hash: hash, signature } = row ?? {};
  if (!device || !seq || !hash || !signature) return { head: null, tree: null };
  const { signed_root: root, root_signature: rootSignature } = row ?? {};
  const tree = root && rootSignature ? { root, signature: rootSignature } : null;
  return { head: { feed, seq, hash, device, signature }, tree };
}

/** The hashes of the entries of a feed up to `last` in order, the refused ones that took their place in it among them. */
export async function feedHashes(
  db: Db,
  project: ProjectId,
  feed: FeedId,
  last: number,
): Promise<readonly Sha256[]> {
  const { rows } = await sql<{ readonly hash: Sha256 }>`
    select hash from (
      select seq, hash from entry where project = ${project} and feed = ${feed} and seq <= ${last}
      union all
      select seq, hash from quarantine
      where project = ${project} and feed = ${feed} and in_chain and seq <= ${last}
    ) as taken order by seq`.execute(db);
  return rows.map(({ hash }) => hash);
}

/**
 * Notes how far a feed has come, and what its device signed there. `device`: that of the feed, which goes on signed; a head is of
 * where the feed stands. A root that was signed for this head stays where the head comes again without one.
 */
export async function moveFeed(
  tx: Tx,
  project: ProjectId,
  { feed, seq, hash, stamp }: FeedPosition,
  {
    device,
    head,
    root,
    tree,
    hasGrown = true,
  }: {
    readonly device?: DeviceKey | undefined;
    readonly head?: SignedHead | undefined;
    readonly root?: SignedRoot | undefined;
    readonly tree: FeedTree | null;
    readonly hasGrown?: boolean;
  },
): Promise<void> {
  const isRootKept = root === undefined && !hasGrown;
  const signed = head && {
    signed_seq: head.seq,
    signed_hash: head.hash,
    signature: head.signature,
    ...(!isRootKept && {
      signed_root: root?.root ?? null,
      root_signature: root?.signature ?? null,
    }),
  };
  const peaks = tree?.peaks.join('') ?? null;
  await tx
    .updateTable('feed')
    .set({ seq, hash, stamp, peaks, ...(device && { device }), ...signed })
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
