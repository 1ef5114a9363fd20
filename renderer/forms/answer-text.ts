import { dataText, isolatedLeftToRight } from '#shared/core/bidi.ts';
import type { Language } from '#shared/core/language.ts';
import { directionOf, listMarksOf } from '#shared/core/language.ts';
import { isInstant } from '#shared/core/instant.ts';
import { isPlainDate } from '#shared/core/plain-date.ts';
import type { AnswerValue, GeoPoint } from '#shared/forms/answers.ts';
import { isMissing } from '#shared/forms/answers.ts';
import type { Choices } from '#shared/forms/choices.ts';
import type { FormId } from '#shared/forms/definitions/catalogue.ts';
import type { Field, FieldKind, FieldOfKind } from '#shared/forms/field.ts';
import { choiceLabel, gridRowLabel, plusLabel } from '#shared/forms/form-labels.ts';
import type { Format } from '../i18n/format.ts';
import type { Registers } from './registers.ts';
import { nameOfCode } from './registers.ts';

/** What answers are told with. */
export interface AnswerReader {
  readonly registers: Registers;
  readonly language: Language;
  readonly format: Format;
}

interface Asked<F> {
  readonly form: FormId;
  readonly name: string;
  readonly field: F;
}

/** An answer in words, for reading: choices by their names, numbers and dates as the person sees them; '' where there is none. */
export function answerText(
  form: FormId,
  name: string,
  field: Field,
  value: AnswerValue | undefined,
  reader: AnswerReader,
): string {
  if (value === undefined) return '';
  if (isMissing(value)) return choiceLabel('yes_no_dk', value.missing)?.[reader.language] ?? '';
  return tell({ form, name, field }, value, reader);
}

/** A code of a question's choices in words; the code itself where nobody knows it. */
function codeName(choices: Choices, code: string, reader: AnswerReader): string {
  if ('codelist' in choices) return choiceLabel(choices.codelist, code)?.[reader.language] ?? code;
  if ('records' in choices) return code;
  return (
    plusLabel(code)?.[reader.language] ??
    nameOfCode(reader.registers, choices.register, code, reader.language)
  );
}

// What is worked out is kept to eighteen places; nobody reads more than these.
const CALCULATED_PLACES = 4;

type Teller<K extends FieldKind> = (
  asked: Asked<FieldOfKind<K>>,
  value: AnswerValue,
  reader: AnswerReader,
) => string;

const tellers: { readonly [K in FieldKind]: Teller<K> } = {
  text: (_, value, { language }) => dataText(scalar(value), directionOf[language]),
  integer: (_, value, { format }) => format.number(scalar(value)),
  decimal: (_, value, { format }) => format.number(scalar(value)),
  date: (_, value, { format }) => {
    const day = scalar(value);
    return isPlainDate(day) ? format.dateBoth(day) : day;
  },
  datetime: (_, value, { format }) => {
    const moment = scalar(value);
    return isInstant(moment) ? format.dateTime(moment) : moment;
  },
  select_one: ({ field }, value, reader) => codeName(field.choices, scalar(value), reader),
  select_multiple: ({ field }, value, reader) =>
    reader.format.list(codesOf(value).map((code) => codeName(field.choices, code, reader))),
  rank: ({ field }, value, reader) =>
    codesOf(value)
      .map((code, i) => `${reader.format.number(i + 1)}. ${codeName(field.choices, code, reader)}`)
      .join('  '),
  grid: ({ form, name, field }, value, reader) =>
    Object.entries(value)
      .map(([row, code]) => {
        const label = gridRowLabel(form, name, row)?.[reader.language] ?? row;
        return `${label}: ${codeName(field.choices, String(code), reader)}`;
      })
      .join(listMarksOf[directionOf[reader.language]].semicolon),
  geopoint: (_, value, { format }) => {
    const { latitude, longitude } = value as GeoPoint;
    // Latitude stays first in both directions.
    return isolatedLeftToRight(`${format.number(latitude)}, ${format.number(longitude)}`);
  },
  image: (_, value, { format }) => format.number(codesOf(value).length),
  calculate: ({ field }, value, { format }) =>
    field.result === 'text' ? scalar(value) : format.number(scalar(value), CALCULATED_PLACES),
};

function tell<K extends FieldKind>(
  asked: Asked<Field & FieldOfKind<K>>,
  value: AnswerValue,
  reader: AnswerReader,
): string {
  // The table is keyed by the field's own kind, which the compiler cannot carry through a union.
  const teller: Teller<K> = tellers[asked.field.kind];
  return teller(asked, value, reader);
}

function scalar(value: AnswerValue): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function codesOf(value: AnswerValue): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
