import type { Language } from '#shared/core/language.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import type { AnswerValue } from '#shared/forms/answers.ts';
import { isMissing } from '#shared/forms/answers.ts';
import type { Choices } from '#shared/forms/choices.ts';
import { priceForm } from '#shared/forms/definitions/price.ts';
import type { Field } from '#shared/forms/field.ts';
import { choiceLabel, plusLabel } from '#shared/forms/form-labels.ts';
import { sampleActs } from '../../server/sample/sample-acts.ts';
import sheet from '../fixtures/paper-sheet/sheet.json' with { type: 'json' };

/** One quotation of the paper sheet: its answers by field. */
export type SheetRow = Readonly<Record<string, AnswerValue | undefined>>;

/** The forty quotations of the paper sheet, without their sources. */
export const sheetRows: readonly SheetRow[] = sheet.rows.map(
  ({ source: _source, ...answers }) => answers as SheetRow,
);

const items = new Map(
  sampleActs('2026-01-01' as PlainDate).map(({ record, set }) => [record as string, set]),
);

/** The words under which a choice stands on the screen. */
function wordsOf(choices: Choices, code: string, language: Language): string {
  if ('codelist' in choices) return choiceLabel(choices.codelist, code)?.[language] ?? code;
  if ('records' in choices) return code;
  const item = items.get(`${choices.register}/${code}`);
  const name = item?.[`name_${language}`] ?? item?.['name_local'];
  return plusLabel(code)?.[language] ?? (typeof name === 'string' ? name : code);
}

/** The question of the price form with that name. */
export function fieldOf(name: string): Field {
  const field: Field | undefined = (priceForm.fields as Readonly<Record<string, Field>>)[name];
  if (!field) throw new Error(`the price form has no question ${name}`);
  return field;
}

/** What a person types for an answer: the name of a choice, a number, or a text. */
export function textOf(name: string, value: AnswerValue | undefined, language: Language): string {
  if (typeof value !== 'string' || isMissing(value)) return '';
  const field = fieldOf(name);
  return 'choices' in field ? wordsOf(field.choices, value, language) : value;
}
