import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ProjectId } from '#shared/core/ids.ts';
import { entrySchema } from '#shared/records/entry.ts';
import { nextBatch } from '#shared/sync/batch.ts';
import { MAX_BATCH_BYTES, MAX_BATCH_ENTRIES, pushRequestSchema } from '#shared/sync/http-api.ts';
import { makeDevice } from '../../../support/make-entries.ts';

const project = 'p' as ProjectId;
const lengths = fc.array(fc.oneof(fc.nat(200), fc.integer({ min: 10_000, max: 60_000 })), {
  maxLength: 20,
});

function feedOf(noteLengths: readonly number[]) {
  const laptop = makeDevice('s1');
  const entries = noteLengths.map((length) =>
    laptop.write({ set: { visit_note: 'ی'.repeat(length) } }),
  );
  return { sender: { project, feed: laptop.feed }, entries };
}

test('a feed cut into batches is whole again, in order, and no batch is over the limits', () => {
  fc.assert(
    fc.property(lengths, fc.integer({ min: 1, max: 8 }), (noteLengths, limit) => {
      const { sender, entries } = feedOf(noteLengths);
      const sent: unknown[] = [];
      for (let batch = nextBatch(sender, entries, limit); batch;) {
        expect(batch.body.length).toBeLessThanOrEqual(MAX_BATCH_BYTES);
        expect(batch.count).toBeLessThanOrEqual(limit);
        const push = pushRequestSchema.parse(JSON.parse(Buffer.from(batch.body).toString('utf8')));
        expect(push).toMatchObject({ protocol: 1, ...sender });
        sent.push(...push.entries);
        batch = nextBatch(sender, entries.slice(sent.length), limit);
      }
      expect(sent).toEqual(entries);
    }),
  );
});

test('a batch never carries more than the server takes at once', () => {
  const { sender, entries } = feedOf(Array.from({ length: 600 }, () => 1));
  expect(nextBatch(sender, entries, 10_000)?.count).toBeLessThanOrEqual(MAX_BATCH_ENTRIES);
});

test('the largest entry there may be fits into a batch', () => {
  const { sender, entries } = feedOf([99_700]);
  const [largest] = entries;
  expect(entrySchema.safeParse(largest).success).toBe(true);
  expect(nextBatch(sender, entries)?.body.length).toBeLessThanOrEqual(MAX_BATCH_BYTES);
});

test('there is no batch when there is nothing to send', () => {
  expect(nextBatch(feedOf([]).sender, [])).toBeUndefined();
});
