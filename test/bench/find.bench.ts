import { createNameIndex } from '../../renderer/ui/name-index.ts';
import type { Bench } from '../../build/bench-kind.ts';
import { madeNames } from '../support/made-names.ts';
import { compare } from './measure.ts';

const ROUNDS = 9;
const ENTRIES = 20_000;
// In the script of the list, in the other one, with a slip, by code, and what is in no list.
const typed = ['گلزرشا', 'شا میر', 'golzarsha', 'golrzasha', 'khanpar mir', '1078', 'ماشین حساب'];

/** Every text there is while the texts are typed letter by letter. */
const keys = typed.flatMap((text) => Array.from(text, (_letter, i) => text.slice(0, i + 1)));

export const bench: Bench = {
  name: 'find.key20k',
  compares:
    'the slowest key of a search in 20,000 entries, near names with it / of a plain substring scan of the same',
  unit: 'ms',
  run: () => {
    const entries = madeNames(ENTRIES);
    const texts = entries.map((names) => names.join(' ').toLowerCase());
    const index = createNameIndex(entries, (names) => names);
    while (index.prepare());
    return compare(
      ROUNDS,
      () => slowest((key) => (index.find(key).length > 0 ? 1 : index.near(key).length)),
      () => slowest((key) => texts.filter((text) => text.includes(key)).length),
    );
  },
};

function slowest(search: (key: string) => number): Promise<number> {
  const times = keys.map((key) => {
    const before = performance.now();
    search(key);
    return performance.now() - before;
  });
  return Promise.resolve(Math.max(...times));
}
