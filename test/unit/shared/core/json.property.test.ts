import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '#shared/core/json.ts';

function shuffled(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(shuffled);
  const members = Object.entries(value).map(([key, member]) => [key, shuffled(member)] as const);
  return Object.fromEntries(members.toReversed());
}

test('equal values have one text, in whatever order their keys were set, and it reads as the value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(shuffled(value))).toBe(text);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('keys stand in code-unit order, numbers among them too, and what is undefined is left out', () => {
  expect(canonicalJson({ b: 1, a: undefined, '10': 2, '9': { z: null, y: [undefined] } })).toBe(
    '{"10":2,"9":{"y":[],"z":null},"b":1}',
  );
});
