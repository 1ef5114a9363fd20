import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '#shared/core/json.ts';
import type { Entry } from '#shared/records/entry.ts';
import type { RecordState } from '#shared/records/fold.ts';
import { basesOf, foldEntries, foldEntry, isConflict } from '#shared/records/fold.ts';
import { viewRecord } from '#shared/records/record.ts';
import { arrivals, historyOfThree } from '../../../support/history-arbitraries.ts';

const runs = { numRuns: 500 };
const historyAndArrivals = historyOfThree.chain((entries) =>
  fc.record({ entries: fc.constant(entries), arrived: arrivals(entries) }),
);

test('a record is the same in whatever order, and however often, its entries arrive', () => {
  fc.assert(
    fc.property(historyAndArrivals, ({ entries, arrived }) => {
      expect(foldEntries(arrived)).toEqual(foldEntries(entries));
    }),
    runs,
  );
});

test('a record is the same whether its entries arrive at once or a part is folded before the rest', () => {
  fc.assert(
    fc.property(historyAndArrivals, fc.nat(), ({ entries, arrived }, cut) => {
      const at = cut % (arrived.length + 1);
      const first = foldEntries(arrived.slice(0, at));
      const stored = first && (JSON.parse(JSON.stringify(first)) as RecordState);
      const whole = arrived
        .slice(at)
        .reduce<RecordState | undefined>((state, entry) => foldEntry(state, entry), stored);
      expect(whole).toEqual(foldEntries(entries));
    }),
    runs,
  );
});

test('the heads of a path are the writes that no other write had before its eyes', () => {
  fc.assert(
    fc.property(historyAndArrivals, ({ entries, arrived }) => {
      const state = foldEntries(arrived);
      for (const path of new Set(entries.flatMap(({ set }) => Object.keys(set)))) {
        expect(state?.paths[path]?.heads.map(({ stamp, value }) => ({ stamp, value }))).toEqual(
          headsByDefinition(entries, path),
        );
      }
    }),
    runs,
  );
});

test('a path that was ever written has a value to show: the one with the latest stamp', () => {
  fc.assert(
    fc.property(historyOfThree, (entries) => {
      const state = foldEntries(entries);
      for (const [path, { heads }] of Object.entries(state?.paths ?? {})) {
        const latest = entries
          .filter(({ set }) => Object.hasOwn(set, path))
          .map(({ stamp }) => stamp);
        expect(heads[0]?.stamp).toBe(latest.toSorted().at(-1));
      }
    }),
    runs,
  );
});

test('an entry that names all heads settles every conflict', () => {
  fc.assert(
    fc.property(historyOfThree, (entries) => {
      const state = foldEntries(entries);
      const last = entries.at(-1);
      if (!state || !last) return;
      const paths = Object.keys(state.paths);
      const settling: Entry = {
        ...last,
        stamp: `zzzzzzzzz.0000.${last.feed}` as Entry['stamp'],
        set: Object.fromEntries(paths.map((path) => [path, 'settled'])),
        base: basesOf(state, paths),
      };
      const settled = foldEntry(state, settling);
      expect(viewRecord(settled).conflicts).toEqual([]);
      for (const path of paths) expect(settled.paths[path]?.heads).toHaveLength(1);
    }),
    runs,
  );
});

test('there is a conflict exactly where heads differ in value', () => {
  fc.assert(
    fc.property(historyOfThree, (entries) => {
      const state = foldEntries(entries);
      for (const path of Object.values(state?.paths ?? {})) {
        const values = new Set(path.heads.map(({ value }) => canonicalJson(value)));
        expect(isConflict(path)).toBe(values.size > 1);
      }
    }),
    runs,
  );
});

function headsByDefinition(entries: readonly Entry[], path: string) {
  const known = new Set(
    entries.flatMap(({ set, base }) => (Object.hasOwn(set, path) ? (base[path] ?? []) : [])),
  );
  return entries
    .filter(({ set, stamp }) => Object.hasOwn(set, path) && !known.has(stamp))
    .map(({ stamp, set }) => ({ stamp, value: set[path] }))
    .toSorted((a, b) => (a.stamp < b.stamp ? 1 : -1));
}
