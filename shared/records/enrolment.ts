import type { DeviceKey } from '../core/device-key.ts';
import { toLatinDigits } from '../core/digits.ts';
import { createSha256, utf8 } from '../core/hash.ts';
import { canonicalJson } from '../core/json.ts';

/** Random bytes that a code is made from; more than it needs, since some are thrown away. */
export const CODE_RANDOM_BYTES = 64;

// Digits alone: they are the same word on every keyboard of the team, and are read out by phone. 19 by chance are 63 bits.
const CODE_DIGITS = 20;

/** A new enrolment code: 19 digits by chance and one that checks them (Luhn, ISO/IEC 7812-1). Fails on too few random bytes. */
export function makeEnrolmentCode(random: Uint8Array): string {
  // 250 and more would make the first digits likelier than the others.
  const digits = [...random]
    .filter((byte) => byte < 250)
    .slice(0, CODE_DIGITS - 1)
    .map((byte) => String(byte % 10))
    .join('');
  if (digits.length < CODE_DIGITS - 1) throw new Error('too few random bytes');
  return digits + String((10 - (luhnSum(`${digits}0`) % 10)) % 10);
}

/** A code as it was typed, in the digits of any script, with whatever between them; undefined where it cannot be one. */
export function readEnrolmentCode(typed: string): string | undefined {
  const digits = toLatinDigits(typed).replaceAll(/[\s\-–·.]/g, '');
  const isCode = /^[0-9]{20}$/.test(digits) && luhnSum(digits) % 10 === 0;
  return isCode ? digits : undefined;
}

/** A code in groups of four, as it is shown and read out. */
export function groupEnrolmentCode(code: string): string {
  return (code.match(/.{1,4}/g) ?? []).join(' ');
}

/** The Ed25519 seed (32 bytes) that a code stands for: the server knows the public key alone, and the code never travels. */
export function enrolmentSeed(code: string): Uint8Array<ArrayBuffer> {
  const hash = createSha256();
  hash.update(utf8(`bazarnegar enrolment 1\n${code}`));
  return Uint8Array.from(hash.digest().match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** The text that the key of a code signs when a laptop is enrolled over a network: no other laptop can use it. */
export function enrolmentText(device: DeviceKey, recipient: string): string {
  return canonicalJson({ is: 'bazarnegar enrolment', version: 1, device, recipient });
}

function luhnSum(digits: string): number {
  return Array.from(digits).reduceRight((sum, digit, at) => {
    const isDoubled = (digits.length - at) % 2 === 0;
    const value = Number(digit) * (isDoubled ? 2 : 1);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
}
