import type { ServerKey } from '#shared/core/ids.ts';
import { err, ok } from '#shared/core/result.ts';
import type { JournalRecord } from '#shared/journal/journal-record.ts';
import type { ActIndex } from './act-index.ts';
import type { ActBuilder } from './build-group.ts';
import type { IndexDatabase } from './database.ts';
import { readMeta } from './database.ts';
import { lastOf } from './last-of.ts';
import { namedPhotos } from './named-photos.ts';
import { sendStateOf } from './outgoing.ts';
import type { FeedRow } from './rows.ts';
import type { Coverage, FeedCoverage } from './stores.ts';

/** When the server was last found without what it had signed for. */
export const FORGOT_SETTING = 'server-forgot';

/** What the server has signed for, of every feed of this laptop, whoever wrote it, and of every photo. */
export async function readCoverage(db: IndexDatabase): Promise<Coverage> {
  const [rows, kept, drafts, outgoing, identityRow, cursor, forgot] = await Promise.all([
    db.feeds.toArray(),
    db.photos.toArray(),
    db.drafts.count(),
    db.outgoing.toArray(),
    readMeta(db, 'identity'),
    readMeta(db, 'cursor'),
    db.settings.get(FORGOT_SETTING),
  ]);
  const identity = identityRow?.identity;

  // What was signed with another key, or of another epoch, may be gone with the server that signed it.
  function isValid(receipt: { readonly key: ServerKey; readonly epoch: string }): boolean {
    return receipt.key === identity?.serverKey && receipt.epoch === cursor?.epoch;
  }

  const all = await Promise.all(rows.map((row) => coverageOf(db, row)));
  const feeds = all.filter(({ last }) => last > 0);
  const uncoveredFeeds = feeds.flatMap(({ person, last, receipt }) => {
    const covered = receipt && isValid(receipt) ? receipt.seq : 0;
    return covered < last ? [{ person, count: last - covered }] : [];
  });
  const own = uncoveredFeeds.filter(({ person }) => person === identity?.person);
  const others = uncoveredFeeds.filter(({ person }) => person !== identity?.person);
  const photoReceipts = kept.flatMap(({ receipt }) =>
    receipt && isValid(receipt) ? [receipt] : [],
  );
  // What is only typed is counted with its draft, and what was taken out of it is not to be there at all.
  const uncovered = kept.filter(({ receipt }) => !receipt || !isValid(receipt));
  const uncoveredPhotos = (await namedPhotos(db, uncovered)).length;
  const refused = outgoing.filter((row) => sendStateOf(row).kind === 'refused').length;
  return {
    isWhole: uncoveredFeeds.length + uncoveredPhotos + drafts + refused === 0,
    feeds,
    uncoveredEntries: own.reduce((sum, { count }) => sum + count, 0),
    others: [...new Set(others.map(({ person }) => person))],
    photos: photoReceipts.length + uncoveredPhotos,
    uncoveredPhotos,
    photoReceipts,
    drafts,
    refused,
    forgotAtMs: typeof forgot?.value === 'number' ? forgot.value : null,
  };
}

async function coverageOf(
  db: IndexDatabase,
  { feed, person, confirmed }: FeedRow,
): Promise<FeedCoverage> {
  const [last, receipt] = await Promise.all([
    lastOf(db, feed),
    db.receipts
      .where('[feed+seq]')
      .between([feed, 0], [feed, confirmed + 1])
      .last(),
  ]);
  return { feed, person, last: last?.seq ?? 0, receipt };
}

/** Another key for the server's, and every feed as if nothing of it had been confirmed: in one act. */
export function buildTrust(serverKey: ServerKey, index: Pick<ActIndex, 'read'>): ActBuilder<null> {
  return async ({ work, nowMs }) => {
    if (!work.identity) return err({ kind: 'account/signed-out' });
    const rows = await index.read((db) => db.feeds.toArray());
    const records: readonly JournalRecord[] = [
      { is: 'identity', identity: { ...work.identity, serverKey } },
      ...rows.map(({ feed }) => ({ is: 'confirmed', feed, seq: 0, atMs: nowMs }) as const),
    ];
    return ok({ frames: [records], answer: null });
  };
}
