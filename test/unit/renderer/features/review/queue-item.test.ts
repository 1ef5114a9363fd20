import { expect, test } from 'vitest';
import type { Decimal } from '#shared/core/decimal.ts';
import type { Stamp } from '#shared/core/stamp.ts';
import type { RecordView } from '#shared/records/record.ts';
import {
  isClean,
  queueItem,
  rankQueue,
} from '../../../../../renderer/features/review/queue-item.ts';
import { makeRecord } from '../../../../support/export-records.ts';

function item(id: string, rest: Partial<RecordView> = {}, ratio?: string) {
  const record = makeRecord('price', id, {}, { review: 'submitted', ...rest });
  return { ...queueItem(record, undefined, ratio as Decimal | undefined), isSample: false };
}
function order(items: readonly ReturnType<typeof item>[]): readonly string[] {
  return rankQueue(items).map(({ record }) => record.id);
}

test('answers that contradict each other come first, then flagged records, far prices, kept warnings, then the rest', () => {
  const items = [
    item('plain'),
    item('warned', { reasons: { price_amount: 'yes' } }),
    item('far', {}, '10'),
    item('flagged', { flagged: true }),
    item('conflict', { conflicts: ['price_amount'] }),
  ];
  expect(order(items)).toEqual(['conflict', 'flagged', 'far', 'warned', 'plain']);
});

test('a price ten times too low is as far as one ten times too high, and one twice the median is not far', () => {
  expect(isClean(item('low', {}, '0.1'))).toBe(false);
  expect(isClean(item('high', {}, '10'))).toBe(false);
  expect(isClean(item('double', {}, '2'))).toBe(true);
  expect(order([item('low', {}, '0.05'), item('high', {}, '10')])).toEqual(['low', 'high']);
});

test('among records nothing speaks against, the random sample is read first, then what waits longest', () => {
  const later = '0mo8wx3k9.0000.01900000-0000-7000-8000-00000000feed' as Stamp;
  const items = [
    item('late', { changedAt: later }),
    item('early'),
    { ...item('drawn', { changedAt: later }), isSample: true },
  ];
  expect(order(items)).toEqual(['drawn', 'early', 'late']);
});

test('about five in a hundred records are drawn for the sample, the same on every laptop', () => {
  const drawn = Array.from({ length: 2000 }, (_, i) =>
    queueItem(makeRecord('price', `r${i}`, {}), undefined, undefined),
  ).filter(({ isSample }) => isSample);
  expect(drawn.length).toBeGreaterThan(60);
  expect(drawn.length).toBeLessThan(140);
});
