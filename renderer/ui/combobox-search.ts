import { distance } from 'fastest-levenshtein';
import { searchKey } from '#shared/core/search-key.ts';

export interface ComboboxOption {
  readonly value: string;
  readonly label: string;
  /** More to tell two alike apart, shown beside the label and searched. */
  readonly note?: string | undefined;
  /** Other names it is found by, in any language; not shown. */
  readonly aliases?: readonly string[] | undefined;
}

interface SearchableOption {
  readonly option: ComboboxOption;
  readonly label: string;
  readonly all: string;
  readonly words: readonly string[];
}

/** Options with their search keys, made once for a list: 5,000 names are folded in some 20 ms. */
export type ComboboxIndex = readonly SearchableOption[];

export function indexOptions(options: readonly ComboboxOption[]): ComboboxIndex {
  return options.map((option) => {
    const all = searchKey([option.label, option.note, ...(option.aliases ?? [])].join(' '));
    return { option, label: searchKey(option.label), all, words: all.split(' ') };
  });
}

/** The options in which every typed word occurs, those whose label begins with the text first. */
export function findOptions(index: ComboboxIndex, typed: string): readonly ComboboxOption[] {
  const key = searchKey(typed);
  if (key === '') return index.map(({ option }) => option);
  const words = key.split(' ');
  const found = index.filter(({ all }) => words.every((word) => all.includes(word)));
  function rank({ label }: SearchableOption): number {
    if (label === key) return 0;
    if (label.startsWith(key)) return 1;
    return label.includes(key) ? 2 : 3;
  }
  return found.toSorted((a, b) => rank(a) - rank(b)).map(({ option }) => option);
}

/**
 * Options to offer where nothing is found: names a slip or another transliteration away (Herat for Hirat). A word of
 * four letters or more may differ in one letter, of eight or more in two; shorter words and numbers must occur.
 */
export function findNearOptions(index: ComboboxIndex, typed: string): readonly ComboboxOption[] {
  const key = searchKey(typed);
  if (key === '') return [];
  const words = key.split(' ');
  return index
    .filter((option) => words.every((word) => isNear(word, option)))
    .map(({ option }) => option);
}

function isNear(typed: string, { all, words }: SearchableOption): boolean {
  if (all.includes(typed)) return true;
  if (typed.length < 4 || /\d/.test(typed)) return false;
  const slips = typed.length < 8 ? 1 : 2;
  return words.some(
    (word) =>
      distance(typed, word) <= slips || distance(typed, word.slice(0, typed.length)) <= slips,
  );
}

/** The one option of this very name, however its letters were typed; undefined where there is none, or more than one. */
export function findByName(index: ComboboxIndex, typed: string): ComboboxOption | undefined {
  const key = searchKey(typed);
  const named = index.filter(({ label }) => label === key);
  return named.length === 1 ? named[0]?.option : undefined;
}
