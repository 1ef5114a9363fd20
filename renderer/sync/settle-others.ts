import type { Receipt } from '#shared/records/receipt.ts';
import type { Result } from '#shared/core/result.ts';
import { ok } from '#shared/core/result.ts';
import type { SyncContext, SyncStop } from './sync-context.ts';
import { unlessStopped } from './sync-context.ts';
import { verifyReceipt } from './verify-receipt.ts';

/**
 * Asks a restored server what it makes of others' entries that it had given out before: one may have been refused when its
 * author sent it again. Asked at every sync until the server has each feed as far as this laptop had it.
 */
export async function settleOthers({
  store,
  transport,
  identity,
  ...context
}: SyncContext): Promise<Result<null, SyncStop>> {
  const receipts: Receipt[] = [];
  for (const { feed, last } of await store.sync.unsettled()) {
    const state = await unlessStopped({ store, ...context }, transport.feedState(feed));
    if (!state.ok) return state;
    const { receipt, epoch } = state.value;
    if (!receipt || receipt.seq < last) continue;
    const verified = await verifyReceipt(receipt, { identity, epoch, feed });
    if (!verified.ok) return verified;
    receipts.push(receipt);
  }
  return receipts.length > 0 ? store.sync.settle(receipts) : ok(null);
}
