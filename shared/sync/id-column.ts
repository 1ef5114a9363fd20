import { packBits, packNumbers, readBits, readNumbers } from './packed-numbers.ts';

/**
 * UUIDs of version 7 (RFC 9562) by their parts: milliseconds, each as the difference to the one before; the two bits of
 * the variant; the 72 bits of chance. Hex digits of chance cost gzip 4.6 bits each, this 4.1.
 */
export interface IdColumn {
  readonly ms: readonly number[];
  readonly variants: string;
  readonly tails: string;
}

const pattern = /^([0-9a-f]{8})-([0-9a-f]{4})-7([0-9a-f]{3})-([89ab])([0-9a-f]{3})-([0-9a-f]{12})$/;
const VARIANTS = '89ab';
const TAIL_CHARACTERS = 12;
const MAX_MS = 2 ** 48;

/** The parts of ids; undefined where one of them is no UUID of version 7. */
export function packIds(ids: readonly string[]): IdColumn | undefined {
  const ms: number[] = [];
  const variants: number[] = [];
  let [tails, before] = ['', 0];
  for (const id of ids) {
    const parts = pattern.exec(id);
    if (!parts) return undefined;
    const [, high, low, a, variant = '', b, c] = parts;
    const now = Number.parseInt(`${high}${low}`, 16);
    ms.push(now - before);
    before = now;
    variants.push(VARIANTS.indexOf(variant));
    tails += packBits(`${a}${b}${c}`);
  }
  return { ms, variants: packNumbers(variants, VARIANTS.length), tails };
}

/** Reads `count` ids from outside; undefined where these are no parts of so many. */
export function readIds(
  { ms, variants, tails }: { readonly [K in keyof IdColumn]: unknown },
  count: number,
): readonly string[] | undefined {
  const chosen = readNumbers(variants, VARIANTS.length, count);
  const isWhole = typeof tails === 'string' && tails.length === count * TAIL_CHARACTERS;
  if (!Array.isArray(ms) || ms.length !== count || !chosen || !isWhole) return undefined;
  const ids: string[] = [];
  let now = 0;
  for (const [at, step] of ms.entries()) {
    now += typeof step === 'number' ? step : Number.NaN;
    const tail = readBits(tails.slice(at * TAIL_CHARACTERS, (at + 1) * TAIL_CHARACTERS));
    if (!Number.isInteger(now) || now < 0 || now >= MAX_MS || tail === undefined) return undefined;
    const time = now.toString(16).padStart(12, '0');
    const variant = VARIANTS.charAt(chosen[at] ?? 0);
    ids.push(
      `${time.slice(0, 8)}-${time.slice(8)}-7${tail.slice(0, 3)}-${variant}${tail.slice(3, 6)}-${tail.slice(6)}`,
    );
  }
  return ids;
}
