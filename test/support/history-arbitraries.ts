import fc from 'fast-check';
import type { FeedId, RecordId } from '#shared/core/ids.ts';
import type { Json } from '#shared/core/json.ts';
import type { Entry } from '#shared/records/entry.ts';
import { makeDevice } from './make-entries.ts';

const people = ['s1', 's2', 'v1'] as const;
const record = '01900000-0000-7000-8000-000000000001' as RecordId;
const paths = ['price_amount', 'price_note', 'review_status', '@remark/price_note'] as const;

type Step =
  | { readonly act: 'write'; readonly by: number; readonly set: Readonly<Record<string, Json>> }
  | { readonly act: 'meet'; readonly from: number; readonly to: number };

const person = fc.nat(people.length - 1);
const value: fc.Arbitrary<Json> = fc.oneof(
  fc.constant(null),
  fc.constantFrom('1', '2', 'x'),
  fc.constant({ missing: 'refused' }),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    act: fc.constant('write' as const),
    by: person,
    set: fc.dictionary(fc.constantFrom(...paths), value, { minKeys: 1, maxKeys: 3 }),
  }),
  fc.record({ act: fc.constant('meet' as const), from: person, to: person }),
);

/**
 * What three people did to one record, each on a laptop of their own that now and then took in what another had: all
 * entries, in the order they were made. Clocks run at their own pace and begin up to two years apart.
 */
export const historyOfThree: fc.Arbitrary<readonly Entry[]> = fc
  .record({
    steps: fc.array(step, { minLength: 1, maxLength: 25 }),
    clocks: fc.array(fc.integer({ min: 0, max: 63_072_000_000 }), { minLength: 3, maxLength: 3 }),
  })
  .map(({ steps, clocks }) => {
    const laptops = people.map((code, index) => {
      const feed = `00000000-0000-4000-8000-00000000000${index}` as FeedId;
      return {
        device: makeDevice(code, feed, 1_700_000_000_000 + (clocks[index] ?? 0)),
        has: [] as Entry[],
      };
    });
    const made: Entry[] = [];
    for (const one of steps) {
      const [giver, taker] = one.act === 'meet' ? [laptops[one.from], laptops[one.to]] : [];
      for (const entry of giver?.has.filter((known) => !taker?.has.includes(known)) ?? []) {
        taker?.device.see(entry);
        taker?.has.push(entry);
      }
      const writer = one.act === 'write' ? laptops[one.by] : undefined;
      if (writer === undefined || one.act !== 'write') continue;
      const entry = writer.device.write({ record, set: one.set });
      writer.has.push(entry);
      made.push(entry);
    }
    return made;
  });

/** The same entries as they may arrive: in another order, some of them more than once. */
export function arrivals(entries: readonly Entry[]): fc.Arbitrary<readonly Entry[]> {
  return fc.array(fc.nat(Math.max(0, entries.length - 1)), { maxLength: 10 }).chain((again) => {
    const repeated = again.flatMap((index) => entries[index] ?? []);
    const all = [...entries, ...repeated];
    return fc.shuffledSubarray(all, { minLength: all.length });
  });
}
