import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Sha256 } from '#shared/core/ids.ts';
import type { Json } from '#shared/core/json.ts';
import type { Entry } from '#shared/records/entry.ts';
import { entryHash, feedGenesis } from '#shared/records/entry.ts';
import { emptyFeed, followFeed } from '#shared/records/feed.ts';
import { makeDevice } from '../../../support/make-entries.ts';

const chain = fc
  .array(
    fc.dictionary(fc.constantFrom('price_amount', 'price_note'), fc.string(), { minKeys: 1 }),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((sets) => {
    const laptop = makeDevice('s1');
    return sets.map((set: Readonly<Record<string, Json>>) => laptop.write({ set }));
  });

test('a feed as it was written is followed to its last entry', () => {
  fc.assert(
    fc.property(chain, (entries) => {
      const last = entries.at(-1);
      if (!last) return;
      expect(followFeed(emptyFeed(last.feed), entries)).toEqual({
        ok: true,
        value: { feed: last.feed, seq: entries.length, hash: entryHash(last) },
      });
    }),
  );
});

test('an entry missing from a feed shows as a gap where it was', () => {
  fc.assert(
    fc.property(chain, fc.nat(), (entries, at) => {
      const missing = at % entries.length;
      const rest = entries.filter((_, index) => index !== missing);
      const [first] = rest;
      if (!first || missing === entries.length - 1) return;
      expect(followFeed(emptyFeed(first.feed), rest)).toEqual({
        ok: false,
        error: { kind: 'sync/gap', feed: first.feed, expectedSeq: missing + 1 },
      });
    }),
  );
});

test('an entry changed afterwards breaks the chain at the entry behind it', () => {
  fc.assert(
    fc.property(chain, fc.nat(), (entries, at) => {
      const changed = at % entries.length;
      const forged = entries.map((entry, index): Entry =>
        index === changed ? { ...entry, set: { ...entry.set, price_other: 'forged' } } : entry,
      );
      const [first] = forged;
      if (!first || changed === entries.length - 1) return;
      expect(followFeed(emptyFeed(first.feed), forged)).toEqual({
        ok: false,
        error: { kind: 'sync/broken-chain', feed: first.feed, seq: changed + 2 },
      });
    }),
  );
});

test('the beginning of one feed cannot be passed off as the beginning of another', () => {
  const [one, two] = [makeDevice('s1'), makeDevice('s1')];
  const stolen: Entry = { ...one.write(), feed: two.feed };
  expect(followFeed(emptyFeed(two.feed), [stolen])).toMatchObject({
    ok: false,
    error: { kind: 'sync/broken-chain' },
  });
  expect(feedGenesis(one.feed)).not.toBe(feedGenesis(two.feed) satisfies Sha256);
});
