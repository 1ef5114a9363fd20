import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ProjectId } from '#shared/core/ids.ts';
import type { Entry } from '#shared/records/entry.ts';
import { entrySchema } from '#shared/records/entry.ts';
import { nextBatch } from '#shared/sync/batch.ts';
import { MAX_BATCH_BYTES, MAX_BATCH_ENTRIES } from '#shared/sync/http-api.ts';
import { hashForSegment, readSegment } from '#shared/sync/segment.ts';
import { expectOk } from '../../../support/expect-ok.ts';
import { makeDevice } from '../../../support/make-entries.ts';

const project = 'p' as ProjectId;
const lengths = fc.array(fc.oneof(fc.nat(200), fc.integer({ min: 10_000, max: 60_000 })), {
  maxLength: 20,
});

function feedOf(noteLengths: readonly number[]): readonly Entry[] {
  const laptop = makeDevice('s1');
  return noteLengths.map((length) => laptop.write({ set: { visit_note: 'ی'.repeat(length) } }));
}

test('a feed cut into batches is whole again, in order, and no batch is over the limits', () => {
  fc.assert(
    fc.property(lengths, fc.integer({ min: 1, max: 8 }), (noteLengths, limit) => {
      const entries = feedOf(noteLengths);
      const hashed = entries.map(hashForSegment);
      const sent: unknown[] = [];
      while (sent.length < entries.length) {
        const batch = nextBatch(project, hashed.slice(sent.length), limit);
        expect(batch.layout.length).toBeLessThanOrEqual(MAX_BATCH_BYTES);
        expect(batch.count).toBeGreaterThan(0);
        expect(batch.count).toBeLessThanOrEqual(limit);
        const segment = expectOk(readSegment(Buffer.from(batch.layout).toString('utf8')));
        sent.push(...segment.entries.map(({ raw }) => raw));
      }
      expect(sent).toEqual(entries);
    }),
  );
});

test('a batch never carries more than the server takes at once', () => {
  const hashed = feedOf(Array.from({ length: 600 }, () => 1)).map(hashForSegment);
  expect(nextBatch(project, hashed, 10_000).count).toBe(MAX_BATCH_ENTRIES);
});

test('entries that are alike, and so take little room by column, are still a readable batch', () => {
  const hashed = feedOf(Array.from({ length: 500 }, () => 3000)).map(hashForSegment);
  const batch = nextBatch(project, hashed);
  expect(batch.count).toBeLessThan(MAX_BATCH_ENTRIES);
  expect(expectOk(readSegment(Buffer.from(batch.layout).toString('utf8'))).entries).toHaveLength(
    batch.count,
  );
});

test('the largest entry there may be fits into a batch', () => {
  const [largest, ...others] = feedOf([99_700, 99_700]);
  if (!largest) throw new Error('no entry');
  expect(entrySchema.safeParse(largest).success).toBe(true);
  const batch = nextBatch(project, [largest, ...others].map(hashForSegment));
  expect(batch.layout.length).toBeLessThanOrEqual(MAX_BATCH_BYTES);
});
