import { dataText } from '#shared/core/bidi.ts';
import type { Language } from '#shared/core/language.ts';
import { directionOf } from '#shared/core/language.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import type { RegisterName } from '#shared/forms/choices.ts';
import { compareNames } from '../i18n/collation.ts';
import type { ComboboxOption } from '../ui/combobox-search.ts';
import type { RegisterItem, Registers } from './registers.ts';
import { itemName, nameOfCode, plainItemName } from './registers.ts';

export interface RegisterOption {
  readonly item: RegisterItem;
  readonly option: ComboboxOption;
}

type OptionLists = Map<string, readonly RegisterOption[]>;

// A big register takes a good part of a second to sort; every form and filter that is opened asks for it again.
const made = new WeakMap<Registers, OptionLists>();

/**
 * A register's items as options, in the order of their names; found by every name they have, their code and number. The same
 * array for the same registers and language.
 */
export function registerOptions(
  registers: Registers,
  register: RegisterName,
  language: Language,
): readonly RegisterOption[] {
  const lists: OptionLists = made.get(registers) ?? new Map();
  made.set(registers, lists);
  const key = `${language} ${register}`;
  const options = lists.get(key) ?? sortedOptions(registers, register, language);
  lists.set(key, options);
  return options;
}

function sortedOptions(
  registers: Registers,
  register: RegisterName,
  language: Language,
): readonly RegisterOption[] {
  const compare = compareNames(language);
  return registers
    .items(register)
    .map((item) => ({ item, option: optionOf(registers, register, item, language) }))
    .toSorted((a, b) => compare(a.option.label, b.option.label));
}

function optionOf(
  registers: Registers,
  register: RegisterName,
  item: RegisterItem,
  language: Language,
): ComboboxOption {
  const label = itemName(item, language);
  const own = plainItemName(item, language);
  const names = itemNames(item).filter((name) => name !== own);
  return {
    value: item.code,
    label,
    note: noteOf(registers, register, item, language),
    aliases: isMadeCode(item.code) ? names : [...names, item.code],
  };
}

/** Everything an item is called or numbered, in every language. */
export function itemNames({ answers }: Pick<RegisterItem, 'answers'>): readonly string[] {
  return Object.entries(answers).flatMap(([field, value]) => {
    const text = textAnswer(value) ?? '';
    if (field === 'other_names' || field.startsWith('known_places_')) return namesIn(text);
    return field.startsWith('name_') || numberFields.has(field) ? [text] : [];
  });
}

/** The names in a text that has one a line. */
export function namesIn(text: string): readonly string[] {
  return text
    .split(/[\n;؛]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** A code that the app made for an item proposed in the field: nobody types it. */
function isMadeCode(code: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-/.test(code);
}

const numberFields: ReadonlySet<string> = new Set(['hs6', 'symbol', 'iso_code', 'iso3']);

/** What tells two items of one name apart: a market's province, a product's HS code, a measure's region. */
function noteOf(
  registers: Registers,
  register: RegisterName,
  { code, answers }: RegisterItem,
  language: Language,
): string | undefined {
  if (register === 'currency') return code;
  if (register === 'market') {
    const province = textAnswer(answers['admin1_pcode']);
    return province && nameOfCode(registers, 'admin_area', province, language);
  }
  const field = noteFields[register];
  const note = field && textAnswer(answers[field]);
  return note && dataText(note, directionOf[language]);
}

const noteFields: Readonly<Partial<Record<RegisterName, string>>> = {
  product: 'hs6',
  unit: 'region',
  brand: 'manufacturer',
};
