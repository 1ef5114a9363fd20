import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FeedId } from '#shared/core/ids.ts';
import type { Stamp } from '#shared/core/stamp.ts';
import { formatStamp, latestStamp, nextStamp, parseStamp } from '#shared/core/stamp.ts';

// A minute before the last moment a stamp can hold: fifty writes must fit behind it.
const MAX_MS = 36 ** 9 - 60_000;
const feeds = ['a', 'b', 'c'].map(
  (letter) => `${letter.repeat(8)}-0000-4000-8000-000000000000` as FeedId,
);
const feed = fc.constantFrom(...feeds);
const ms = fc.oneof(
  fc.integer({ min: 0, max: MAX_MS }),
  fc.integer({ min: 1_795_000_000_000, max: 1_795_000_000_003 }),
);
const clockMs = fc.oneof(ms, fc.double({ min: -1e15, max: 1e15, noNaN: true }));
const parts = fc.record({ ms, counter: fc.nat(36 ** 4 - 1), feed });

test('a stamp is later than all the device has seen, whatever its clock says', () => {
  fc.assert(
    fc.property(fc.array(clockMs, { maxLength: 50 }), feed, parts, (clock, own, seen) => {
      let latest: Stamp | undefined = formatStamp(seen);
      for (const nowMs of clock) {
        const stamp: Stamp = nextStamp(latest, nowMs, own);
        expect(stamp > (latest ?? '')).toBe(true);
        expect(parseStamp(stamp)).toBeDefined();
        latest = stamp;
      }
    }),
    { numRuns: 1000 },
  );
});

test('a stamp is at the clock wherever the clock is ahead of what was seen', () => {
  fc.assert(
    fc.property(parts, fc.integer({ min: 1, max: 1_000_000 }), feed, (seen, ahead, own) => {
      const nowMs = Math.min(seen.ms, 90e12) + ahead;
      const last = formatStamp({ ...seen, ms: nowMs - ahead });
      expect(parseStamp(nextStamp(last, nowMs, own))).toEqual({ ms: nowMs, counter: 0, feed: own });
    }),
  );
});

test('stamps sort as texts the way they follow each other: by time, then counter, then feed', () => {
  fc.assert(
    fc.property(parts, parts, (a, b) => {
      const byParts =
        a.ms - b.ms || a.counter - b.counter || (a.feed < b.feed ? -1 : Number(a.feed > b.feed));
      const [x, y] = [formatStamp(a), formatStamp(b)];
      expect(Math.sign(byParts)).toBe(x < y ? -1 : Number(x > y));
      expect(latestStamp(x, y)).toBe(byParts > 0 ? x : y);
    }),
    { numRuns: 1000 },
  );
});

test('a stamp read back has the parts it was written from', () => {
  fc.assert(
    fc.property(parts, (given) => {
      expect(parseStamp(formatStamp(given))).toEqual(given);
    }),
  );
});
