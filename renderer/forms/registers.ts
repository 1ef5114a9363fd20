import { dataText } from '#shared/core/bidi.ts';
import type { Language } from '#shared/core/language.ts';
import { directionOf } from '#shared/core/language.ts';
import type { Answers } from '#shared/forms/answers.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import type { RegisterName } from '#shared/forms/choices.ts';
import type { RecordView } from '#shared/records/record.ts';

export interface RegisterItem {
  readonly code: string;
  readonly answers: Answers;
}

/** The registers as forms look at them. */
export interface Registers {
  readonly items: (register: RegisterName) => readonly RegisterItem[];
  readonly item: (register: RegisterName, code: string) => Answers | undefined;
}

/** Makes registers from the records of each; a register's item is the record `<register>/<code>`. */
export function createRegisters(
  records: Readonly<Partial<Record<RegisterName, readonly RecordView[]>>>,
): Registers {
  const items = new Map<RegisterName, readonly RegisterItem[]>();
  const byId = new Map<string, Answers>();
  for (const [register, views] of Object.entries(records)) {
    const list = itemsOf(views);
    items.set(register as RegisterName, list);
    for (const item of list) byId.set(`${register}/${item.code}`, item.answers);
  }
  return {
    items: (register) => items.get(register) ?? [],
    item: (register, code) => byId.get(`${register}/${code}`),
  };
}

/** The records of a register as its items. */
export function itemsOf(views: readonly RecordView[]): readonly RegisterItem[] {
  return views.map(({ id, answers }) => ({
    code: id.slice(id.indexOf('/') + 1),
    answers: answers as Answers,
  }));
}

// Which name a reader of a language is given first; a brand is known by what is printed on the pack.
const nameFields: Readonly<Record<Language, readonly string[]>> = {
  fa: ['name_fa', 'name_local', 'name_ar', 'name_en'],
  en: ['name_en', 'name_local', 'name_fa', 'name_ar'],
  ar: ['name_ar', 'name_local', 'name_en', 'name_fa'],
  ckb: ['name_ckb', 'name_local', 'name_ar', 'name_en', 'name_fa'],
  prs: ['name_prs', 'name_fa', 'name_local', 'name_en'],
  ps: ['name_ps', 'name_local', 'name_fa', 'name_en'],
};

/** An item's name in a language, else in the nearest one it has, else its code; for reading, so it is isolated. */
export function itemName(item: RegisterItem, language: Language): string {
  return dataText(plainItemName(item, language), directionOf[language]);
}

/** The same as it was written, for files. */
export function plainItemName(item: RegisterItem, language: Language): string {
  const fields = [...nameFields[language], 'name_ckb', 'name_ps', 'name_wfp'];
  return fields.map((field) => textAnswer(item.answers[field])).find(Boolean) ?? item.code;
}

/** The name of a register's item by its code; the code itself where there is no such item. */
export function nameOfCode(
  registers: Registers,
  register: RegisterName,
  code: string,
  language: Language,
): string {
  const answers = registers.item(register, code);
  return itemName({ code, answers: answers ?? {} }, language);
}
