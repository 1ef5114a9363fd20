import { toLatinDigits } from '#shared/core/digits.ts';
import { parseAmount } from '#shared/core/parse-amount.ts';
import { searchKey } from '#shared/core/search-key.ts';
import type { AnswerValue } from '#shared/forms/answers.ts';
import type { Choices } from '#shared/forms/choices.ts';
import type { ComboboxOption } from '../../../ui/combobox-search.ts';
import type { GridColumn } from './grid-columns.ts';

/** What a text means in a cell: an answer, none, or a text that is kept because it is no answer yet. */
export interface ReadCell {
  readonly value: AnswerValue | undefined;
  readonly raw?: string;
}

/** Reads a typed or pasted text: numbers in any digits, choices by name, code or other names. */
export function readCell(
  { field }: GridColumn,
  text: string,
  options: readonly ComboboxOption[],
): ReadCell {
  if (text.trim() === '') return { value: undefined };
  switch (field.kind) {
    case 'text':
      return { value: text };
    case 'decimal': {
      const parsed = parseAmount(text);
      return parsed.kind === 'amount' ? { value: parsed.value } : { value: undefined, raw: text };
    }
    case 'select_one': {
      const found = optionOf(text, field.choices, options);
      return found === undefined ? { value: undefined, raw: text } : { value: found.value };
    }
  }
}

/** The one option that a text names: by its label, else by another name or its code. */
function optionOf(
  text: string,
  choices: Choices,
  options: readonly ComboboxOption[],
): ComboboxOption | undefined {
  const key = searchKey(text);
  const byLabel = options.filter(({ label }) => searchKey(label) === key);
  const named =
    byLabel.length > 0
      ? byLabel
      : options.filter(({ value, aliases }) =>
          [value, ...(aliases ?? [])].some((name) => searchKey(name) === key),
        );
  if (named.length === 1) return named[0];
  return named.length === 0 && isShortList(choices, options)
    ? options[numberOf(key) - 1]
    : undefined;
}

/** Most choices that lie open below their cell, each with a digit. */
const MAX_DIGITS = 9;

/**
 * Whether a list is answered with digits instead of being searched. A register is searched however short it is: a sync may make it a
 * long one while its cell is open.
 */
export function isShortList(choices: Choices, options: readonly ComboboxOption[]): boolean {
  return 'codelist' in choices && options.length <= MAX_DIGITS;
}

function numberOf(key: string): number {
  const digits = toLatinDigits(key);
  return /^[1-9]$/.test(digits) ? Number(digits) : 0;
}
