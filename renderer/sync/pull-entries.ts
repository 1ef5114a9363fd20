import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { PullResponse } from '#shared/sync/http-api.ts';
import { checkFeeds } from './check-feeds.ts';
import { isAboutSize } from './failure-groups.ts';
import { settleOthers } from './settle-others.ts';
import type { PartEnd, SyncContext, SyncStop } from './sync-context.ts';
import { unlessStopped } from './sync-context.ts';

/**
 * Takes in others' entries, page after page. The next is on its way while one is written; what it goes on from is durable before it is
 * taken in itself.
 */
export async function pullEntries(context: SyncContext): Promise<Result<PartEnd, SyncStop>> {
  const { store, epoch, tell } = context;
  const own = new Set((await store.sync.feeds()).map(({ feed }) => feed));
  let received = 0;
  let hasOwn = false;
  let ahead: AskedPage | undefined;
  for (;;) {
    tell({ kind: 'receiving', received });
    const stored = await store.sync.cursor();
    // Another database numbers its entries anew: they are asked for from the first, and those that are here are skipped.
    const isOther = stored !== undefined && stored.epoch !== epoch.current();
    if (isOther) {
      const noted = await store.sync.unsettle();
      if (!noted.ok) return noted;
    }
    const after = stored && !isOther ? stored.cursor : 0;
    const asked = ahead?.after === after ? ahead : ask(context, after);
    const page = await asked.answer;
    if (!page.ok) return page;
    const { entries, cursor, more, epoch: from, serverMs } = page.value;
    await store.sync.noteServerTime(serverMs);
    if (epoch.isNew(from)) {
      epoch.adopt(from);
      const checked = await checkFeeds(context);
      return checked.ok ? ok('again') : checked;
    }
    ahead = more && cursor > after ? ask(context, cursor) : undefined;
    const taken = await store.sync.takeIn({ entries, epoch: from, cursor, atMs: serverMs });
    if (!taken.ok) return taken;
    received += taken.value;
    hasOwn ||= entries.some(({ feed }) => own.has(feed));
    if (!more) break;
    // A cursor that stands still would be asked for for ever.
    if (cursor <= after) return err({ kind: 'server/internal' });
  }
  // Own entries come back to a laptop that was put back to an earlier day: only a receipt says that they are there.
  const checked = hasOwn ? await checkFeeds(context) : ok(null);
  if (!checked.ok) return checked;
  const settled = await settleOthers(context);
  return settled.ok ? ok('done') : settled;
}

/** A page that is on its way, and what it goes on from. */
interface AskedPage {
  readonly after: number;
  readonly answer: Promise<Result<PullResponse, SyncStop>>;
}

function ask(context: SyncContext, after: number): AskedPage {
  const answer = askPage(context, after);
  // Where the sync ends before it is waited for nobody else would hear of a failure.
  answer.catch(() => undefined);
  return { after, answer };
}

async function askPage(
  context: SyncContext,
  after: number,
): Promise<Result<PullResponse, SyncStop>> {
  const { transport, identity, pullSize, pace, nowMs } = context;
  const query = { after, feed: identity.feed, limit: pullSize.limit() };
  const askedMs = nowMs();
  const page = await unlessStopped(context, transport.pull(query));
  if (page.ok) {
    pullSize.passed();
    pace.answeredIn(nowMs() - askedMs);
  } else if (page.error.kind !== 'sync/cancelled' && isAboutSize(page.error)) pullSize.failed();
  return page;
}
