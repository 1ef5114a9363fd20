import type { FeedId } from '#shared/core/ids.ts';
import type { FeedState } from '#shared/sync/http-api.ts';
import { openRegisters, readsEverything } from '#shared/rules/permissions.ts';
import type { Account } from '../store/account-store.ts';
import type { Database } from '../store/database.ts';
import { readEntries } from '../store/entry-store.ts';
import { findFeed } from '../store/feed-store.ts';
import { readEpoch } from '../store/project-store.ts';

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

/** Entries an account may see, as the JSON text of a `PullResponse`: their bodies are JSON already. */
export async function pullEntries(
  deps: PullDeps,
  account: Account,
  request: PullRequest,
): Promise<string> {
  const { project, person, role } = account;
  const only = readsEverything(role) ? undefined : { person, registers: openRegisters(role) };
  // Read first: a database restored between the two gives the old epoch, and the next answer the new one.
  const epoch = await readEpoch(deps.db);
  const reader = { project, only, without: request.feed };
  const page = await readEntries(deps.db, reader, request.after, request.limit);
  const { cursor, more } = page;
  const rest = JSON.stringify({ cursor, more, epoch, serverMs: deps.nowMs() });
  return `{"entries":[${page.bodies.join(',')}],${rest.slice(1)}`;
}

/** How far the server has a feed of this account; 0 where it has none, or the feed is another account's. */
export async function feedState(
  deps: PullDeps,
  account: Account,
  feed: FeedId,
): Promise<FeedState> {
  const stored = await findFeed(deps.db, account.project, feed);
  const isOwn = stored?.account === account.account;
  return { confirmed: isOwn ? stored.seq : 0, epoch: await readEpoch(deps.db) };
}
