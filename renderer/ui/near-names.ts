import { distance } from 'fastest-levenshtein';
import { searchKey } from '#shared/core/search-key.ts';
import { soundKey } from '#shared/core/sound-key.ts';
import { splitName } from './split-name.ts';

/** Names, for spellings that are nearly theirs. */
export interface NearNames {
  /** The numbers of the things named nearly so, nearest first. */
  readonly find: (typed: string) => readonly number[];
  /** Does some milliseconds of the work the first `find` needs; false once it is done. */
  readonly prepare: () => boolean;
}

interface Word {
  readonly key: string;
  readonly sound: string;
}
interface BorneWord extends Word {
  /** Numbers of the things that bear it. */
  readonly bearers: readonly number[];
}

/**
 * Indexes the names of things for spellings that are nearly theirs. What is near is decided word by word, or on the whole
 * name without its spaces (Mazar-e Sharif, مزارشریف).
 */
export function createNearNames(namesOf: readonly (readonly string[])[]): NearNames {
  const words = new Map<string, BorneWord & { readonly bearers: number[] }>();
  const wholes: BorneWord[] = [];
  let next = 0;

  function note(word: string, bearer: number): BorneWord {
    const known = words.get(word) ?? { ...wordOf(word), bearers: [] };
    if (known.bearers.length === 0) words.set(word, known);
    if (known.bearers.at(-1) !== bearer) known.bearers.push(bearer);
    return known;
  }
  function gather(count: number): boolean {
    for (const until = Math.min(namesOf.length, next + count); next < until; next++) {
      for (const name of namesOf[next] ?? []) {
        const own = telling(splitName(name).map((word) => note(word, next)));
        wholes.push({ ...joined(own), bearers: [next] });
      }
    }
    return next < namesOf.length;
  }

  return {
    prepare: () => gather(PIECE),
    find(typed) {
      gather(namesOf.length);
      const asked = telling(splitName(typed).map(wordOf));
      if (asked.length === 0) return [];
      const near = new Map(scores(wholes, joined(asked), 'whole'));
      const [first = noScores, ...others] = asked.map((word) =>
        scores(words.values(), word, 'part'),
      );
      for (const [bearer, score] of first) {
        const sum = others.reduce((total, each) => total + (each.get(bearer) ?? FAR), score);
        if (sum < FAR) near.set(bearer, Math.min(sum, near.get(bearer) ?? FAR));
      }
      return [...near]
        .map(([bearer, score]) => ({ bearer, score, extra: extraLength(namesOf[bearer], typed) }))
        .toSorted((a, b) => a.score - b.score || a.extra - b.extra || a.bearer - b.bearer)
        .slice(0, MOST)
        .map(({ bearer }) => bearer);
    },
  };
}

// So many names are gathered in less than a frame.
const PIECE = 300;

const noScores: ReadonlyMap<number, number> = new Map();

function wordOf(word: string): Word {
  return { key: searchKey(word), sound: soundKey(word) };
}

// Articles and "and" are written in one language, joined or left out in the next: they tell no names apart.
const fillers: ReadonlySet<string> = new Set(['al', 'el', 'ال', 'the', 'of', 'and', 'و']);

function telling(words: readonly Word[]): readonly Word[] {
  return words.filter(({ key }) => !fillers.has(key));
}

function joined(words: readonly Word[]): Word {
  return {
    key: words.map(({ key }) => key).join(''),
    sound: words.map(({ sound }) => sound).join(''),
  };
}

function extraLength(names: readonly string[] = [], typed: string): number {
  return Math.min(...names.map((name) => Math.abs(name.length - typed.length)));
}

/** How far each bearer of a word near `typed` is from it. */
function scores(
  words: Iterable<BorneWord>,
  typed: Word,
  extent: 'part' | 'whole',
): ReadonlyMap<number, number> {
  const near = new Map<number, number>();
  for (const each of words) {
    const score = scoreOf(each, typed, extent);
    if (score === undefined) continue;
    for (const bearer of each.bearers) {
      if (score < (near.get(bearer) ?? FAR)) near.set(bearer, score);
    }
  }
  return near;
}

// More than a person reads through.
const MOST = 50;
const FAR = 1000;

/**
 * 0 for the same letters, 1 inside the word, 2 for the same sound or a slip of the finger, 3 for the beginning of that sound, 4
 * for another consonant; undefined where it is not near. Short words and numbers must be exact: nearly everything is near them.
 */
function scoreOf(known: Word, typed: Word, extent: 'part' | 'whole'): number | undefined {
  if (known.key === typed.key) return 0;
  if (/^\d/.test(typed.key)) return known.key.startsWith(typed.key) ? 1 : undefined;
  if (extent === 'part' && known.key.includes(typed.key)) return 1;
  const { length } = typed.sound;
  if (length >= 2 && known.sound === typed.sound) return 2;
  if (isSlip(known, typed)) return 2;
  if (extent === 'part' && length >= 2 && known.sound.startsWith(typed.sound)) return 3;
  const isLong = length >= 4 && known.sound.length >= 4;
  return isLong && isOneOff(known.sound, typed.sound) ? 4 : undefined;
}

function isOneOff(a: string, b: string): boolean {
  return Math.abs(a.length - b.length) <= 1 && distance(a, b) === 1;
}

/** A word of four letters or more may differ in one letter, of eight or more in two; so may the beginning of a longer one. */
function isSlip({ key: known, sound }: Word, typed: Word): boolean {
  const { key } = typed;
  if (key.length < 4) return false;
  const slips = key.length < 8 ? 1 : 2;
  if (known.length < key.length - slips) return false;
  if (known.length <= key.length + slips && distance(key, known) <= slips) return true;
  // Most longer words begin with another sound, and need no closer look.
  return (
    known.length > key.length &&
    sound[0] === typed.sound[0] &&
    distance(key, known.slice(0, key.length)) <= slips
  );
}
