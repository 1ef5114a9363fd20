import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { sha256Hex } from '#shared/core/hash.ts';
import type { FeedId, Sha256 } from '#shared/core/ids.ts';
import type { Entry } from '#shared/records/entry.ts';
import type { Receipt } from '#shared/records/receipt.ts';
import { packRanges } from '#shared/records/receipt.ts';
import { openRegisters, readsOthers, spansProject } from '#shared/rules/permissions.ts';
import { nextBatch } from '#shared/sync/batch.ts';
import { feedGenesis } from '#shared/records/entry.ts';
import type { FeedState, PullPage } from '#shared/sync/http-api.ts';
import type { Account } from '../store/account-store.ts';
import type { Database, Db } from '../store/database.ts';
import type { PageEntry, Reader } from '../store/entry-store.ts';
import { readEntries, readsOf } from '../store/entry-store.ts';
import { findFeed, findRefused } from '../store/feed-store.ts';
import { readIssuer } from '../store/issuer-store.ts';
import { readEpoch } from '../store/project-store.ts';
import { signReceipt } from './sign-receipts.ts';
import { teamOf } from './teams.ts';

const zip = promisify(gzip);

/** What a pull is answered from. */
export interface PullDeps {
  readonly db: Database;
  readonly nowMs: () => number;
}

/** What a device asks for: entries after its cursor that are not of its own feed. */
export interface PullRequest {
  readonly after: number;
  readonly feed: FeedId | undefined;
  readonly limit: number;
}

/** The answer to a pull of version 1: the JSON text of a `PullResponse`. The bodies of entries are JSON already. */
export async function pullAsJson(
  deps: PullDeps,
  account: Account,
  request: PullRequest,
): Promise<string> {
  const { entries, page } = await pullPage(deps, account, request);
  const bodies = entries.map(({ body }) => body).join(',');
  return `{"entries":[${bodies}],${JSON.stringify(page).slice(1)}`;
}

/** A page as it travels: what is said of it, and the bytes of its segment under their name. */
export interface SegmentPage {
  readonly page: PullPage;
  readonly name: Sha256;
  readonly bytes: Uint8Array;
}

/** The answer to a pull: what of the page fits into one segment. */
export async function pullAsSegment(
  deps: PullDeps,
  account: Account,
  request: PullRequest,
): Promise<SegmentPage> {
  const { entries, page } = await pullPage(deps, account, request);
  const hashed = entries.map(({ body, hash }) => {
    // What the database holds was checked when it was taken in.
    return { entry: JSON.parse(body) as Entry, hash, size: body.length };
  });
  const { layout, count } = nextBatch(account.project, hashed);
  const bytes = await zip(layout);
  const last = entries[count - 1];
  const isCut = count < entries.length && last !== undefined;
  return {
    page: isCut ? { ...page, cursor: last.position, more: true } : page,
    name: sha256Hex(bytes),
    bytes,
  };
}

async function pullPage(
  deps: PullDeps,
  account: Account,
  request: PullRequest,
): Promise<{ readonly entries: readonly PageEntry[]; readonly page: PullPage }> {
  // Read first: a database restored between the two gives the old epoch, and the next answer the new one.
  const epoch = await readEpoch(deps.db);
  const reader = await readerOf(deps.db, account, request.feed);
  const found = await readEntries(deps.db, reader, request.after, request.limit);
  const { entries, cursor, more } = found;
  return { entries, page: { cursor, more, epoch, serverMs: deps.nowMs() } };
}

async function readerOf(db: Db, account: Account, without?: FeedId): Promise<Reader> {
  const { project, person, role, team } = account;
  if (spansProject(role, team)) return { project, only: undefined, without };
  const people = readsOthers(role) ? ((await teamOf(db, account)) ?? []) : [];
  return { project, only: { person, people, registers: openRegisters(role) }, without };
}

/**
 * How far the server has a feed, signed; 0 where it has none, or this account reads nothing of it. Why something was refused is
 * for its author alone.
 */
export async function feedState(
  deps: PullDeps,
  account: Account,
  feed: FeedId,
): Promise<FeedState & { readonly receipt: Receipt }> {
  const { project } = account;
  const stored = await findFeed(deps.db, project, feed);
  const isOwn = stored?.account === account.account;
  const isShown =
    stored && (isOwn || (await readsOf(deps.db, await readerOf(deps.db, account), feed)));
  const { seq, hash } = isShown ? stored : { seq: 0, hash: feedGenesis(feed) };
  const refused = await findRefused(deps.db, project, feed, seq);
  const { epoch, keys } = await readIssuer(deps.db);
  const facts = {
    epoch,
    project,
    feed,
    seq,
    hash,
    refused: packRanges(refused.map((one) => one.seq)),
  };
  const receipt = signReceipt(keys, facts);
  return { confirmed: seq, receipt, refused: isOwn ? refused : [], epoch };
}
