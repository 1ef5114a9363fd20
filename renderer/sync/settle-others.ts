import type { Receipt } from '#shared/records/receipt.ts';
import type { Result } from '#shared/core/result.ts';
import { ok } from '#shared/core/result.ts';
import { handBack } from './hand-back.ts';
import type { SyncContext, SyncStop } from './sync-context.ts';
import { unlessStopped } from './sync-context.ts';
import { verifyReceipt } from './verify-receipt.ts';

/**
 * Asks a restored server what it makes of others' entries that it had given out before: one may have been refused when its
 * author sent it again. What it lacks of them it is given back. Asked at every sync until the server has each feed as far as this laptop had it.
 */
export async function settleOthers(context: SyncContext): Promise<Result<null, SyncStop>> {
  const { store, transport, identity } = context;
  const receipts: Receipt[] = [];
  for (const { feed, last } of await store.sync.unsettled()) {
    const state = await unlessStopped(context, transport.feedState(feed));
    if (!state.ok) return state;
    const { receipt, epoch } = state.value;
    if (!receipt) continue;
    const verified = await verifyReceipt(receipt, { identity, epoch, feed });
    if (!verified.ok) return verified;
    const given = receipt.seq < last ? await handBack(context, feed, receipt.seq) : ok(undefined);
    if (!given.ok) return given;
    const newest = given.value ?? receipt;
    if (newest.seq >= last) receipts.push(newest);
  }
  return receipts.length > 0 ? store.sync.settle(receipts) : ok(null);
}
