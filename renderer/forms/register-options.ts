import type { Language } from '#shared/core/language.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import type { RegisterName } from '#shared/forms/choices.ts';
import { compareNames } from '../i18n/collation.ts';
import type { ComboboxOption } from '../ui/combobox-search.ts';
import type { RegisterItem, Registers } from './registers.ts';
import { itemName, nameOfCode } from './registers.ts';

export interface RegisterOption {
  readonly item: RegisterItem;
  readonly option: ComboboxOption;
}

/** A register's items as options, in the order of their names; found by every name they have, their code and number. */
export function registerOptions(
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
  const names = Object.entries(item.answers)
    .filter(([field]) => /^(?:name|known_places)_/.test(field) || aliasFields.has(field))
    .map(([, value]) => textAnswer(value) ?? '');
  return {
    value: item.code,
    label,
    note: noteOf(registers, register, item, language),
    aliases: [...names.filter((name) => name !== label), item.code],
  };
}

const aliasFields: ReadonlySet<string> = new Set(['hs6', 'symbol', 'iso_code', 'iso3']);

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
  return field && textAnswer(answers[field]);
}

const noteFields: Readonly<Partial<Record<RegisterName, string>>> = {
  product: 'hs6',
  unit: 'region',
  brand: 'manufacturer',
};
