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
}

/** Options with their search keys, made once for a list: 5,000 names are folded in some 20 ms. */
export type ComboboxIndex = readonly SearchableOption[];

export function indexOptions(options: readonly ComboboxOption[]): ComboboxIndex {
  return options.map((option) => ({
    option,
    label: searchKey(option.label),
    all: searchKey([option.label, option.note, ...(option.aliases ?? [])].join(' ')),
  }));
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

/** The one option of this very name, however its letters were typed; undefined where there is none, or more than one. */
export function findByName(index: ComboboxIndex, typed: string): ComboboxOption | undefined {
  const key = searchKey(typed);
  const named = index.filter(({ label }) => label === key);
  return named.length === 1 ? named[0]?.option : undefined;
}
