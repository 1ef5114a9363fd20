import { z } from 'zod';
import { decimalSchema, toNumber } from '../core/decimal.ts';
import { recordIdSchema, sha256Schema } from '../core/ids.ts';
import { instantSchema } from '../core/instant.ts';
import { plainDateSchema } from '../core/plain-date.ts';
import { geoSources, missingReasons } from './answers.ts';
import type { Choices } from './choices.ts';
import { listCodes } from './choices.ts';
import type { Field, FieldKind, FieldOfKind } from './field.ts';

const missingSchema = z.strictObject({ missing: z.enum(missingReasons) });

const itemCode = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/);

const photoSchema = z.strictObject({
  sha256: sha256Schema,
  preview: sha256Schema.exactOptional(),
  original: sha256Schema.exactOptional(),
  caption: z.string().max(500).exactOptional(),
  takenAt: instantSchema.exactOptional(),
});

const pointSchema = z.strictObject({
  latitude: decimalSchema.refine((value) => Math.abs(toNumber(value)) <= 90),
  longitude: decimalSchema.refine((value) => Math.abs(toNumber(value)) <= 180),
  source: z.enum(geoSources),
});

const schemaByKind: { readonly [K in FieldKind]: (field: FieldOfKind<K>) => z.ZodType } = {
  text: () => z.string(),
  integer: () => z.int(),
  decimal: () => decimalSchema,
  date: () => plainDateSchema,
  datetime: () => instantSchema,
  select_one: (field) => codeSchema(field.choices),
  select_multiple: (field) => distinctCodes(field.choices),
  rank: (field) => distinctCodes(field.choices),
  grid: (field) => z.partialRecord(z.enum(field.rows), codeSchema(field.choices)),
  geopoint: () => pointSchema,
  image: () => z.array(photoSchema),
  calculate: (field) =>
    ({ text: z.string(), integer: z.int(), decimal: decimalSchema })[field.result],
};

/**
 * The shape of a field's value, whatever the other answers: its kind and, for a fixed list, its codes. Only a
 * respondent's field takes "don't know" and "refused". Register codes are checked for their form, not for existence.
 */
export function valueSchema(field: Field): z.ZodType {
  const known = schemas.get(field);
  if (known !== undefined) return known;
  const schema = kindSchema(field);
  const whole = field.answeredBy === 'respondent' ? z.union([missingSchema, schema]) : schema;
  schemas.set(field, whole);
  return whole;
}

// Building a schema costs more than using it, and forms are checked as they are typed. A field is never changed.
const schemas = new WeakMap<Field, z.ZodType>();

function kindSchema<K extends FieldKind>(field: FieldOfKind<K>): z.ZodType {
  return schemaByKind[field.kind](field);
}

function codeSchema(choices: Choices): z.ZodType {
  if ('codelist' in choices) return z.enum(listCodes(choices));
  return 'records' in choices ? recordIdSchema : itemCode;
}

function distinctCodes(choices: Choices): z.ZodType {
  return z
    .array(codeSchema(choices))
    .refine((codes) => new Set(codes).size === codes.length, { error: 'repeated_choice' });
}
