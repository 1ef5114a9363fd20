import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldEntries } from '#shared/records/fold.ts';
import type { PackedState } from '#shared/records/packed-state.ts';
import { packState, unpackState } from '#shared/records/packed-state.ts';
import { arrivals, historyOfThree } from '../../../support/history-arbitraries.ts';

test('a state is after it was stored what it was before, with its conflicts and all it has superseded', () => {
  fc.assert(
    fc.property(
      historyOfThree.chain((entries) => arrivals(entries)),
      fc.nat(25),
      (entries, count) => {
        const state = foldEntries(entries.slice(0, count + 1));
        const stored = state && (JSON.parse(JSON.stringify(packState(state))) as PackedState);
        expect(stored && unpackState(stored)).toEqual(state);
      },
    ),
    { numRuns: 500 },
  );
});
