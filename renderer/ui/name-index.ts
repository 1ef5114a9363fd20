import { searchKey } from '#shared/core/search-key.ts';
import { createNearNames } from './near-names.ts';
import { splitName } from './split-name.ts';

/** Things found by their names, in whatever spelling. What is found alike keeps the order of the list. */
export interface NameIndex<T> {
  /** What bears every typed word, best first: so named, so beginning, with words so beginning, by another name, inside a word. */
  readonly find: (typed: string) => readonly T[];
  /** What is named nearly so, nearest first: the same in another script or romanisation, or a slip of the finger away. */
  readonly near: (typed: string) => readonly T[];
  /** The one thing whose label is this very text, however its letters were typed; undefined where there is none or several. */
  readonly byName: (typed: string) => T | undefined;
  /** Does some milliseconds of the work the first near name costs; false once it is done. */
  readonly prepare: () => boolean;
}

interface Entry<T> {
  readonly thing: T;
  /** The label, and all names, with a space before each word: ` word` finds the beginning of a word. */
  readonly label: string;
  readonly all: string;
  /** The names without their spaces, each on its own line. */
  readonly joined: string;
}

/** Indexes things by their names, the label first. */
export function createNameIndex<T>(
  things: readonly T[],
  namesOf: (thing: T) => readonly string[],
): NameIndex<T> {
  const entries = things.map((thing): Entry<T> => {
    const names = namesOf(thing).map(nameKey);
    const all = names.join('\n');
    return {
      thing,
      label: ` ${names[0] ?? ''}`,
      all: ` ${all.replaceAll('\n', ' ')}`,
      joined: all.replaceAll(' ', ''),
    };
  });
  const nearNames = createNearNames(things.map(namesOf));
  let last: { readonly key: string; readonly found: readonly T[] } | undefined;
  return {
    find(typed) {
      const key = nameKey(typed);
      if (key === '') return things;
      // A list asks for the same text several times on one key.
      if (last?.key !== key) last = { key, found: findEntries(entries, key) };
      return last.found;
    },
    near: (typed) => nearNames.find(typed).flatMap((at) => things.slice(at, at + 1)),
    prepare: nearNames.prepare,
    byName(typed) {
      const label = ` ${nameKey(typed)}`;
      const named = entries.filter((entry) => entry.label === label);
      return named.length === 1 ? named[0]?.thing : undefined;
    },
  };
}

function nameKey(text: string): string {
  return searchKey(splitName(text).join(' '));
}

const article = /^ال(?=\p{L}{3})/u;
// A shorter one without its space is inside too many names.
const MIN_JOINED = 5;

function findEntries<T>(entries: readonly Entry<T>[], key: string): readonly T[] {
  const words = key.split(' ').map((word) => word.replace(article, ''));
  // Numbers and codes are read from their beginning: 34 finds HS 340220, not 213455.
  const parts = words.map((word) => (isNumber(word) ? ` ${word}` : word));
  const joinedKey = key.replaceAll(' ', '');
  const isJoinable = joinedKey.length >= MIN_JOINED && !isNumber(key);
  const ranks: readonly T[][] = [[], [], [], [], []];
  for (const entry of entries) {
    const isFound =
      parts.every((part) => entry.all.includes(part)) ||
      (isJoinable && entry.joined.includes(joinedKey));
    if (isFound) ranks[rankOf(entry, key, words)]?.push(entry.thing);
  }
  return ranks.flat();
}

function rankOf({ label, all }: Entry<unknown>, key: string, words: readonly string[]): number {
  if (label === ` ${key}`) return 0;
  if (label.startsWith(` ${key}`) || (isNumber(key) && all.includes(` ${key}`))) return 1;
  if (words.every((word) => label.includes(` ${word}`))) return 2;
  return words.every((word) => all.includes(` ${word}`)) ? 3 : 4;
}

function isNumber(text: string): boolean {
  return /^\d/.test(text);
}
