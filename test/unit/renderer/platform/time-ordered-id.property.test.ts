import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordIdSchema } from '#shared/core/ids.ts';
import { createIdMaker } from '../../../../renderer/platform/time-ordered-id.ts';

const moment = fc.integer({ min: 0, max: 2 ** 47 });
const chance = fc.uint8Array({ minLength: 10, maxLength: 10 });

test('every id is a record id and a UUID of version 7', () => {
  fc.assert(
    fc.property(moment, chance, (ms, bytes) => {
      const id = createIdMaker()(ms, bytes);
      expect(recordIdSchema.safeParse(id).success).toBe(true);
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(ms);
    }),
  );
});

test('ids ascend in the order they are made, whatever the clock does', () => {
  const clock = fc.oneof(moment, fc.constantFrom(1_764_000_000_000, 1_764_000_000_001));
  fc.assert(
    fc.property(fc.array(fc.tuple(clock, chance), { maxLength: 50 }), (steps) => {
      const newId = createIdMaker();
      const made = steps.map(([ms, bytes]) => newId(ms, bytes));
      expect(made).toEqual(made.toSorted((a, b) => (a < b ? -1 : 1)));
      expect(new Set(made).size).toBe(made.length);
    }),
  );
});

test('ten thousand ids of one millisecond are all different and in order', () => {
  const newId = createIdMaker();
  const bytes = new Uint8Array(10).fill(255);
  const made = Array.from({ length: 10_000 }, () => newId(1_764_000_000_000, bytes));
  expect(made).toEqual(made.toSorted((a, b) => (a < b ? -1 : 1)));
  expect(new Set(made).size).toBe(10_000);
});
