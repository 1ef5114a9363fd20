import type { AnswerValue, Answers, Missing } from './answers.ts';
import { isMissing } from './answers.ts';
import type { Choices } from './choices.ts';
import type { Form } from './define-form.ts';
import type { Field, FieldKind, FieldOfKind } from './field.ts';

/**
 * What a column holds: `codes` are codes with a space between them, a rank's in order; `hashes` are SHA-256 sums of
 * photos with a space between them; `decimal` is text in canonical form, to be written as a number.
 */
export type ColumnType =
  'text' | 'code' | 'codes' | 'integer' | 'decimal' | 'date' | 'datetime' | 'hashes';

/** One cell: undefined where the question has no answer, and "don't know" and "refused" kept apart from that. */
export type ColumnValue = string | number | Missing | undefined;

/** A column of an export, a grid or the codebook. `part` names the part of a field that fills several columns. */
export interface Column {
  readonly name: string;
  readonly field: string;
  readonly part?: string;
  readonly type: ColumnType;
  readonly personal: boolean;
  readonly choices?: Choices;
  readonly read: (answers: Answers) => ColumnValue;
}

/** One or several columns per field, in the order of the form, every record filling the same ones. */
export function formColumns(form: Form): readonly Column[] {
  return Object.entries(form.fields).flatMap(([name, field]) =>
    partsOf(field).map(({ part, type, read }): Column => {
      const choices = 'choices' in field && (type === 'code' || type === 'codes');
      return {
        name: part === undefined ? name : `${name}_${part}`,
        field: name,
        ...(part === undefined ? {} : { part }),
        type,
        personal: field.personal === true,
        ...(choices ? { choices: field.choices } : {}),
        read: (answers) => {
          const value = answers[name];
          if (value === undefined) return undefined;
          return isMissing(value) ? value : read(value);
        },
      };
    }),
  );
}

interface Part {
  readonly part?: string;
  readonly type: ColumnType;
  readonly read: (value: AnswerValue) => string | number | undefined;
}

const partsByKind: { readonly [K in FieldKind]: (field: FieldOfKind<K>) => readonly Part[] } = {
  text: () => [{ type: 'text', read: scalar }],
  integer: () => [{ type: 'integer', read: scalar }],
  decimal: () => [{ type: 'decimal', read: scalar }],
  date: () => [{ type: 'date', read: scalar }],
  datetime: () => [{ type: 'datetime', read: scalar }],
  select_one: () => [{ type: 'code', read: scalar }],
  select_multiple: () => [{ type: 'codes', read: codes }],
  rank: () => [{ type: 'codes', read: codes }],
  grid: (field) =>
    field.rows.map((row) => ({ part: row, type: 'code', read: (value) => member(value, row) })),
  geopoint: () => [
    { part: 'latitude', type: 'decimal', read: (value) => member(value, 'latitude') },
    { part: 'longitude', type: 'decimal', read: (value) => member(value, 'longitude') },
    { part: 'source', type: 'text', read: (value) => member(value, 'source') },
  ],
  image: () => [
    { type: 'hashes', read: (value) => eachPhoto(value, 'sha256', ' ') },
    { part: 'originals', type: 'hashes', read: originals },
    { part: 'captions', type: 'text', read: (value) => eachPhoto(value, 'caption', ' | ') },
  ],
  calculate: (field) => [{ type: field.result, read: scalar }],
};

function partsOf<K extends FieldKind>(field: Field & FieldOfKind<K>): readonly Part[] {
  // The table is keyed by the field's own kind, which the compiler cannot carry through a union.
  const parts = partsByKind[field.kind] as (field: FieldOfKind<K>) => readonly Part[];
  return parts(field);
}

function scalar(value: AnswerValue): string | number | undefined {
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

function codes(value: AnswerValue): string | undefined {
  return Array.isArray(value) ? value.join(' ') : undefined;
}

function member(value: AnswerValue, name: string): string | undefined {
  const found = Object.entries(value).find(([key]) => key === name)?.[1];
  return typeof found === 'string' ? found : undefined;
}

/** Not every photo has one. */
function originals(value: AnswerValue): string | undefined {
  return eachPhoto(value, 'original', ' ')?.replaceAll(/ +/g, ' ').trim();
}

function eachPhoto(value: AnswerValue, name: string, separator: string): string | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.map((photo: AnswerValue) => member(photo, name) ?? '').join(separator);
}
