import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import { ok } from '#shared/core/result.ts';
import { canonicalJson } from '#shared/core/json.ts';
import type { Chance } from './chance.ts';
import { createChance } from './chance.ts';
import type { BundleContents, Signer, TarFile } from './make-bundle.ts';
import { expectOk } from './expect-ok.ts';
import { makeBundle, makeScene, packTar } from './make-bundle.ts';

/** What became of mutated bundles. Only `taken` and `refused` may be other than zero. */
export interface MutationReport {
  readonly tried: number;
  /** As it was made: the change undid itself, or fell on nothing that is read. */
  readonly taken: number;
  readonly refused: Readonly<Record<string, number>>;
  /** Something else than what was signed. */
  readonly wronglyTaken: number;
  readonly untyped: readonly string[];
  readonly slow: number;
  /** Most memory of the process. */
  readonly mostBytes: number;
  /** How much more JavaScript held at its most than at the beginning. */
  readonly grownBytes: number;
}

/** What bundles are given to, a good one to begin with, and two devices that may not have written it. */
export interface BundleTarget {
  readonly contents: BundleContents;
  readonly other: Signer;
  readonly revoked: Signer;
  /** What is there once the good bundle was taken, and nothing else. */
  readonly expected: string;
  seal(tar: Uint8Array): Promise<Uint8Array>;
  /** What is there once a bundle was taken, in words that are the same for the same; or why nothing of it was taken. Throws where that is untrue. */
  take(file: Uint8Array): Promise<Result<string, Failure>>;
}

const SLOW_MS = 2000;

/**
 * Mutates a good bundle `count` times, from a seed, in three ways in turn: the encrypted bytes (a bad stick), the tar within (whoever
 * has the public key), and what an enrolled person signs.
 */
export async function mutateBundles(
  count: number,
  seed: number,
  target?: BundleTarget,
): Promise<MutationReport> {
  const chance = createChance(seed);
  const { contents, other, revoked, expected, seal, take } = target ?? (await readingOnly());
  const good = makeBundle(contents);
  const file = await seal(good.tar);
  const refused: Record<string, number> = {};
  const untyped: string[] = [];
  let [taken, wronglyTaken, slow] = [0, 0, 0];
  let [mostBytes, grownBytes] = [0, 0];
  const beganBytes = heldBytes();

  function fromInsider(): Uint8Array {
    const files = [...good.files];
    switch (chance.below(6)) {
      case 0:
        return makeBundle({ ...contents, signer: chance.of([other, revoked]) }).tar;
      case 1: {
        const [a, b] = [chance.below(files.length), chance.below(files.length)];
        [files[a], files[b]] = [files[b] as TarFile, files[a] as TarFile];
        return packTar(files);
      }
      case 2:
        files.splice(chance.below(files.length), 1);
        return packTar(files);
      case 3:
        files.splice(chance.below(files.length), 0, files[chance.below(files.length)] as TarFile);
        return packTar(files);
      case 4: {
        const at = 2 + chance.below(files.length - 2);
        const [name, bytes] = files[at] as TarFile;
        files[at] = [name, chance.below(2) === 0 ? flipBit(bytes, chance) : mutate(bytes, chance)];
        return packTar(files);
      }
      default: {
        const members = Object.keys(good.manifest);
        const member = members[chance.below(members.length)] ?? 'format';
        return makeBundle(contents, { [member]: oddValue(chance) }).tar;
      }
    }
  }

  for (let n = 0; n < count; n += 1) {
    const changed = [
      async () => mutate(file, chance),
      async () => seal(mutate(good.tar, chance)),
      async () => seal(fromInsider()),
    ][n % 3];
    const bytes = (await changed?.()) ?? file;
    const began = performance.now();
    try {
      const read = await take(bytes);
      if (!read.ok) refused[kindOf(read.error)] = (refused[kindOf(read.error)] ?? 0) + 1;
      else if (read.value === expected) taken += 1;
      else wronglyTaken += 1;
    } catch (error) {
      untyped.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
    if (performance.now() - began > SLOW_MS) slow += 1;
    mostBytes = Math.max(mostBytes, process.memoryUsage.rss());
    grownBytes = Math.max(grownBytes, heldBytes() - beganBytes);
  }
  return { tried: count, taken, refused, wronglyTaken, untyped, slow, mostBytes, grownBytes };
}

/** The reader alone: what it hands on is kept nowhere. */
async function readingOnly(): Promise<BundleTarget> {
  const { reader, contents, other, revoked } = await makeScene();
  // Whatever an enrolled person's manifest says beside it.
  async function take(file: Uint8Array): Promise<Result<string, Failure>> {
    const read = await reader.read(file);
    return read.ok ? ok(canonicalJson([read.value.entries, read.value.photos])) : read;
  }
  function seal(tar: Uint8Array): Promise<Uint8Array> {
    return reader.seal(tar);
  }
  const expected = expectOk(await take(await seal(makeBundle(contents).tar)));
  return { contents, other, revoked, expected, seal, take };
}

function heldBytes(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function kindOf(failure: Failure): string {
  return failure.kind;
}

/** The same bytes but for one bit: as long as before, so that only their hash tells. */
function flipBit(bytes: Uint8Array, chance: Chance): Uint8Array {
  const changed = Buffer.from(bytes);
  const at = chance.below(changed.length);
  changed[at] = (changed[at] ?? 0) ^ (1 << chance.below(8));
  return changed;
}

/** One to four of: a flipped bit, another byte, a hole, bytes put in, a piece moved. */
function mutate(bytes: Uint8Array, chance: Chance): Uint8Array {
  let at = Buffer.from(bytes);
  for (let times = 1 + chance.below(4); times > 0; times -= 1) {
    const place = chance.below(at.length);
    const piece = 1 + chance.below(700);
    switch (chance.below(5)) {
      case 0:
        at[place] = (at[place] ?? 0) ^ (1 << chance.below(8));
        break;
      case 1:
        at[place] = chance.below(256);
        break;
      case 2:
        at = Buffer.concat([at.subarray(0, place), at.subarray(place + piece)]);
        break;
      case 3:
        at = Buffer.concat([
          at.subarray(0, place),
          Buffer.alloc(piece, chance.below(256)),
          at.subarray(place),
        ]);
        break;
      default: {
        const from = chance.below(at.length);
        at = Buffer.concat([
          at.subarray(0, place),
          at.subarray(from, from + piece),
          at.subarray(place),
        ]);
      }
    }
    if (at.length === 0) at = Buffer.from([0]);
  }
  return at;
}

function oddValue(chance: Chance): unknown {
  return chance.of<unknown>([
    null,
    -1,
    1.5,
    1e308,
    '',
    '../../x',
    [],
    {},
    { toString: 'x' },
    { length: -1 },
    [[[[[]]]]],
    'x'.repeat(10_000),
    [null],
    true,
    { number: 0, of: 0 },
    JSON.parse('{"__proto__":{"x":1}}'),
  ]);
}
