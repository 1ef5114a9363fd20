import { expect, test } from 'vitest';
import { mistakeNames } from '#shared/analysis/mistakes/mistake.ts';
import type { Entry } from '#shared/records/entry.ts';
import { entryHash, entrySchema } from '#shared/records/entry.ts';
import { readWarnings, warningValues } from '#shared/records/warning.ts';
import { makeDevice } from '../../../support/make-entries.ts';

const laptop = makeDevice('s1');
const entry = laptop.write({ set: { price_amount: '10', '@reason/price_amount': 'seen twice' } });

test('an entry as a laptop makes it is accepted as it is', () => {
  expect(entrySchema.parse(entry)).toEqual(entry);
});

test.each([...mistakeNames, 'unusual', 'duplicate'])(
  'a warning of %s that was kept has its place in an entry',
  (name) => {
    const typed = { price_amount: '85', price_currency: 'IQD' };
    const warned = laptop.write({ set: warningValues([{ name, outcome: 'kept', typed }]) });
    expect(readWarnings(entrySchema.parse(warned).set)).toEqual([{ name, outcome: 'kept', typed }]);
  },
);

test.each<readonly [string, Partial<Record<keyof Entry, unknown>>]>([
  ['a member that is not known', { extra: 1 } as Partial<Record<keyof Entry, unknown>>],
  ['a number below one', { seq: 0 }],
  ['a feed that is no id', { feed: 'laptop' }],
  ['a stamp of another feed', { stamp: makeDevice('s1').write().stamp }],
  ['a stamp that is none', { stamp: 'yesterday' }],
  ['a path that every object answers to', { set: { constructor: 1 } }],
  ['a path with a capital letter', { set: { priceAmount: 1 } }],
  ['itself as known before', { base: { price_amount: [entry.stamp] } }],
  ['a later write as known before', { base: { price_amount: [laptop.write().stamp] } }],
  ['a reason of more than 2,000 characters', { why: 'x'.repeat(2001) }],
  ['more than 200,000 bytes of Persian', { set: { price_note: 'ی'.repeat(110_000) } }],
  [
    'more than 300 paths',
    { set: Object.fromEntries(Array.from({ length: 301 }, (_, index) => [`p${index}`, 1])) },
  ],
])('an entry with %s is refused', (_, change) => {
  expect(entrySchema.safeParse({ ...entry, ...change }).success).toBe(false);
});

test('the hash of an entry does not depend on the order its members were written in', () => {
  const turned = Object.fromEntries(Object.entries(entry).toReversed()) as unknown as Entry;
  expect(entryHash(turned)).toBe(entryHash(entry));
});
