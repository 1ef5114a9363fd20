import type { NameIndex } from './name-index.ts';
import { createNameIndex } from './name-index.ts';

export interface ComboboxOption {
  readonly value: string;
  readonly label: string;
  /** More to tell two alike apart, shown beside the label and searched. */
  readonly note?: string | undefined;
  /** Other names it is found by, in any language; not shown. */
  readonly aliases?: readonly string[] | undefined;
}

/** Options found by label, note and aliases. */
export type ComboboxIndex = NameIndex<ComboboxOption>;

export function indexOptions(options: readonly ComboboxOption[]): ComboboxIndex {
  return createNameIndex(options, ({ label, note, aliases = [] }) =>
    note === undefined ? [label, ...aliases] : [label, note, ...aliases],
  );
}
