import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import { checkFeeds } from './check-feeds.ts';
import { isAboutSize } from './failure-groups.ts';
import { settleOthers } from './settle-others.ts';
import type { PartEnd, SyncContext, SyncStop } from './sync-context.ts';
import { unlessStopped } from './sync-context.ts';

/** Takes in others' entries, page after page, each durable here before the next is asked for. */
export async function pullEntries(context: SyncContext): Promise<Result<PartEnd, SyncStop>> {
  const { store, transport, epoch, identity, pullSize, pace, nowMs, tell } = context;
  const own = new Set((await store.sync.feeds()).map(({ feed }) => feed));
  let received = 0;
  let hasOwn = false;
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
    const query = { after, feed: identity.feed, limit: pullSize.limit() };
    const askedMs = nowMs();
    const page = await unlessStopped(context, transport.pull(query));
    if (!page.ok) {
      if (page.error.kind !== 'sync/cancelled' && isAboutSize(page.error)) pullSize.failed();
      return page;
    }
    pullSize.passed();
    pace.answeredIn(nowMs() - askedMs);
    const { entries, cursor, more, epoch: from, serverMs } = page.value;
    await store.sync.noteServerTime(serverMs);
    if (epoch.isNew(from)) {
      epoch.adopt(from);
      const checked = await checkFeeds(context);
      return checked.ok ? ok('again') : checked;
    }
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
