import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  CODE_RANDOM_BYTES,
  enrolmentSeed,
  groupEnrolmentCode,
  makeEnrolmentCode,
  readEnrolmentCode,
} from '#shared/records/enrolment.ts';

const randomBytes = fc.uint8Array({
  minLength: CODE_RANDOM_BYTES,
  maxLength: CODE_RANDOM_BYTES,
  max: 249,
});

test('a code is read back from its groups, in the digits of any keyboard', () => {
  fc.assert(
    fc.property(randomBytes, fc.constantFrom(0x30, 0x660, 0x6f0), (random, zero) => {
      const code = makeEnrolmentCode(random);
      const shown = groupEnrolmentCode(code).replaceAll(/[0-9]/g, (digit) =>
        String.fromCodePoint(zero + Number(digit)),
      );
      expect(readEnrolmentCode(shown)).toBe(code);
    }),
  );
});

test('a digit that is wrong, or two neighbours that are not alike changed over, are no code', () => {
  fc.assert(
    fc.property(randomBytes, fc.nat(19), fc.integer({ min: 1, max: 9 }), (random, at, by) => {
      const code = makeEnrolmentCode(random);
      const digits = Array.from(code, Number);
      const wrong = digits.map((digit, place) => (place === at ? (digit + by) % 10 : digit));
      expect(readEnrolmentCode(wrong.join(''))).toBeUndefined();
      const [left = 0, right = 0] = digits.slice(at, at + 2);
      // Luhn does not see 09 for 90.
      fc.pre(at < 19 && left !== right && Math.abs(left - right) !== 9);
      const swapped = digits.with(at, right).with(at + 1, left);
      expect(readEnrolmentCode(swapped.join(''))).toBeUndefined();
    }),
  );
});

test('each code stands for a seed of 32 bytes of its own', () => {
  const [one, two] = [enrolmentSeed('1'.repeat(20)), enrolmentSeed('2'.repeat(20))];
  expect(one).toHaveLength(32);
  expect(one).not.toEqual(two);
});

test('too little chance is an error, not a weak code', () => {
  expect(() => makeEnrolmentCode(new Uint8Array(CODE_RANDOM_BYTES).fill(255))).toThrow(
    'too few random bytes',
  );
});
