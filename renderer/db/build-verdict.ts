import type { FeedId } from '#shared/core/ids.ts';
import { err, ok } from '#shared/core/result.ts';
import type { JournalRecord } from '#shared/journal/journal-record.ts';
import type { Receipt } from '#shared/records/receipt.ts';
import { readRanges } from '#shared/records/receipt.ts';
import type { ActIndex } from './act-index.ts';
import type { ActBuilder } from './build-group.ts';
import type { IndexDatabase } from './database.ts';
import { entriesFrom, othersFeeds } from './last-of.ts';
import type { Confirmation } from './stores.ts';
import { forgottenNote } from './forgotten-note.ts';
import { pieces, RECORDS_PER_FRAME } from './pieces.ts';

/**
 * Notes the receipt for a feed, and makes of its entries what the server makes of them: one that was restored may have taken
 * what it had refused, or refused what it had taken, where a copy came to it another way first.
 */
export function buildVerdict(
  { receipt, refused, atMs, hasForgotten = false }: Confirmation,
  index: Pick<ActIndex, 'read' | 'isBehind'>,
): ActBuilder<null> {
  return async () => {
    if (index.isBehind()) return indexBehind;
    const { feed, seq } = receipt;
    const { known, row, here } = await index.read(async (db) => ({
      known: await db.receipts.get([feed, seq]),
      row: await db.feeds.get(feed),
      here: await refusedHere(db, feed, seq),
    }));
    const isKnown = known?.signature === receipt.signature && row?.confirmed === seq;
    const isRefused = readRanges(receipt.refused);
    const taken = [...here].filter((one) => !isRefused(one));
    const fresh = refused.filter((one) => !here.has(one.seq));
    const records: readonly JournalRecord[] = [
      ...fresh.map((one) => ({ is: 'refused', feed, ...one }) as const),
      ...taken.map((one) => ({ is: 'taken', feed, seq: one }) as const),
      ...forgottenNote(hasForgotten, atMs),
      ...(isKnown ? [] : [{ is: 'receipt', receipt, atMs } as const]),
    ];
    return ok({ frames: records.length > 0 ? [records] : [], answer: null });
  };
}

/**
 * Takes the server's verdict on a feed of another laptop that was handed on from here: what it refused counts for nothing here either, and what
 * was kept apart until then, but the server took, counts from now on.
 */
export function buildCarriedVerdict(
  { feed, seq, refused }: Receipt,
  index: Pick<ActIndex, 'read' | 'isBehind'>,
): ActBuilder<null> {
  return async () => {
    if (index.isBehind()) return indexBehind;
    const isRefused = readRanges(refused);
    const records = await index.read(async (db): Promise<readonly JournalRecord[]> => {
      const apart = new Set((await withdrawnTo(db, feed, seq)).map((row) => row.seq));
      const numbers = refused === '' ? [] : await entriesFrom(db, feed, 1).primaryKeys();
      const fallen = numbers.map(([, at]) => at).filter((at) => at <= seq && isRefused(at));
      return [
        ...fallen
          .filter((at) => !apart.has(at))
          .map((at) => ({ is: 'withdrawn', feed, seq: at }) as const),
        ...[...apart]
          .filter((at) => !isRefused(at))
          .map((at) => ({ is: 'taken', feed, seq: at }) as const),
      ];
    });
    return ok({ frames: pieces(records, RECORDS_PER_FRAME), answer: null });
  };
}

async function withdrawnTo(db: IndexDatabase, feed: FeedId, last: number) {
  return db.withdrawn
    .where('[feed+seq]')
    .between([feed, 0], [feed, last + 1])
    .toArray();
}

/** The numbers of a feed that this laptop takes for refused, given up or not. */
async function refusedHere(
  db: IndexDatabase,
  feed: FeedId,
  last: number,
): Promise<ReadonlySet<number>> {
  const [withdrawn, outgoing] = await Promise.all([
    withdrawnTo(db, feed, last),
    db.outgoing.toArray(),
  ]);
  const waiting = outgoing
    .flatMap((row) => row.refused)
    .filter((one) => one.feed === feed && one.seq <= last);
  return new Set([...withdrawn, ...waiting].map(({ seq }) => seq));
}

/** Where the server's verdict on entries of other laptops is asked for: what it had given out before it was restored. */
const UNSETTLED_SETTING = 'others-unsettled';

/** A feed of another laptop, and how far this one had it when the server was restored. */
export interface UnsettledFeed {
  readonly feed: FeedId;
  readonly last: number;
}

/** Notes that all others' entries that are here may be judged anew. */
export function buildUnsettled(index: Pick<ActIndex, 'read' | 'isBehind'>): ActBuilder<null> {
  return async () => {
    if (index.isBehind()) return indexBehind;
    const value = await index.read(othersFeeds);
    const records = [{ is: 'setting', key: UNSETTLED_SETTING, value: value.map(toJson) }] as const;
    return ok({ frames: [records], answer: null });
  };
}

/**
 * Takes the server's verdict on feeds of other laptops: what it refused goes from here. A feed that it does not hold as far as
 * this laptop does stays as it is until its author has sent it again.
 */
export function buildSettlement(
  receipts: readonly Receipt[],
  index: Pick<ActIndex, 'read' | 'isBehind'>,
): ActBuilder<null> {
  return async () => {
    if (index.isBehind()) return indexBehind;
    const records = await index.read(async (db) => {
      const settled: JournalRecord[] = [];
      for (const { feed, refused } of receipts) {
        const isRefused = readRanges(refused);
        const entries = refused === '' ? [] : await entriesFrom(db, feed, 1).toArray();
        const seqs = entries.map(({ seq }) => seq).filter(isRefused);
        if (seqs.length > 0) settled.push({ is: 'forgotten', feed, seqs });
      }
      const done = new Set(receipts.map(({ feed }) => feed));
      const left = (await readUnsettled(db)).filter(({ feed }) => !done.has(feed));
      settled.push({ is: 'setting', key: UNSETTLED_SETTING, value: left.map(toJson) });
      return settled;
    });
    return ok({ frames: [records], answer: null });
  };
}

/** The feeds on which the server's verdict is still asked for. */
export async function readUnsettled(db: IndexDatabase): Promise<readonly UnsettledFeed[]> {
  const row = await db.settings.get(UNSETTLED_SETTING);
  // Written by this file alone.
  return (row?.value ?? []) as unknown as readonly UnsettledFeed[];
}

function toJson({ feed, last }: UnsettledFeed) {
  return { feed, last };
}

/** Nothing is judged by an index that does not hold all of the journal. */
export const indexBehind = err({
  kind: 'index/write-failed',
  detail: 'the index is behind the journal',
} as const);
