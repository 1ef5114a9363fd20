import type { Decimal } from '#shared/core/decimal.ts';
import { toNumber } from '#shared/core/decimal.ts';
import { isSampled } from '#shared/forms/audit-sample.ts';
import type { RecordView } from '#shared/records/record.ts';

/** A record that waits for a decision, with what makes it worth a closer look. */
export interface QueueItem {
  readonly record: RecordView;
  /** The visit it belongs to; a visit is its own. */
  readonly visit: RecordView | undefined;
  /** Its price against the median of the same item; undefined where there is nothing to compare. */
  readonly ratio: Decimal | undefined;
  /** Answers that were kept although the form warned of them. */
  readonly warnings: number;
  /** Drawn by its id to be read although nothing about it is unusual: five in a hundred. */
  readonly isSample: boolean;
}

const SAMPLE_PERCENT = 5;
const FAR = 2;

/** Puts together what the queue knows of a record. */
export function queueItem(
  record: RecordView,
  visit: RecordView | undefined,
  ratio: Decimal | undefined,
): QueueItem {
  return {
    record,
    visit,
    ratio,
    warnings: Object.keys(record.reasons).length,
    isSample: isSampled(record.id, SAMPLE_PERCENT),
  };
}

/** Whether a price is more than twice, or less than half, of what it is compared with. */
export function isFar(ratio: Decimal | undefined): boolean {
  const times = ratio === undefined ? 1 : toNumber(ratio);
  return times > FAR || times < 1 / FAR;
}

/** True for a record nothing speaks against: it may be approved together with others. */
export function isClean(item: QueueItem): boolean {
  return riskOf(item) === 0;
}

/** How much speaks for reading a record first; 0 where nothing does. */
function riskOf({ record, ratio, warnings }: QueueItem): number {
  const times = ratio === undefined ? 1 : toNumber(ratio);
  const distance = times > 0 && isFar(ratio) ? Math.abs(Math.log2(times)) : 0;
  return (
    (record.conflicts.length > 0 ? 1000 : 0) +
    (record.flagged ? 500 : 0) +
    distance * 50 +
    warnings * 10
  );
}

/** The order of the queue: the riskiest first, then the sample, then what waits longest. */
export function rankQueue(items: readonly QueueItem[]): readonly QueueItem[] {
  return items
    .map((item) => ({ item, risk: riskOf(item) }))
    .toSorted(
      (a, b) =>
        b.risk - a.risk ||
        Number(b.item.isSample) - Number(a.item.isSample) ||
        (a.item.record.changedAt < b.item.record.changedAt ? -1 : 1),
    )
    .map(({ item }) => item);
}
