import fc from 'fast-check';
import type { Decimal } from '#shared/core/decimal.ts';
import { add, compare, isDecimal, multiply, round, subtract } from '#shared/core/decimal.ts';
import type { Sha256 } from '#shared/core/ids.ts';
import { instantMs, isInstant, toInstant } from '#shared/core/instant.ts';
import type { AnswerValue, Answers } from '#shared/forms/answers.ts';
import { withCalculated } from '#shared/forms/calculations/calculate.ts';
import { checkRecord } from '#shared/forms/check-record.ts';
import type { Choices } from '#shared/forms/choices.ts';
import { listCodes } from '#shared/forms/choices.ts';
import { isShown } from '#shared/forms/condition.ts';
import type { AnswerContext, FormContext } from '#shared/forms/context.ts';
import type { Form } from '#shared/forms/define-form.ts';
import { surveyForms } from '#shared/forms/definitions/catalogue.ts';
import type { Field, FieldKind, FieldOfKind } from '#shared/forms/field.ts';
import { resolveOperand } from '#shared/forms/resolve-operand.ts';
import { makeContext, sampleCodes } from './form-context.ts';

type Candidates<K extends FieldKind> = (
  field: FieldOfKind<K>,
  context: AnswerContext,
) => fc.Arbitrary<AnswerValue>;

const letters = fc.constantFrom(...Array.from('ابپتثجچحکگیabcXYZ012۳۴۵'));
const hash = fc.stringMatching(/^[0-9a-f]{64}$/);
const uuid = fc.uuid({ version: 7 });

// Values a kind of field can hold, led by the field's own bounds so that few of them break a constraint.
const candidatesByKind: { readonly [K in FieldKind]: Candidates<K> } = {
  text: (field) => {
    const [min, max] = limitsOf(field, 'length', 1, 40);
    const isPhone = field.constraints?.some(({ rule }) => rule === 'phone') === true;
    return isPhone
      ? fc.stringMatching(/^\+?[0-9]{7,15}$/)
      : fc.string({ unit: letters, minLength: min, maxLength: Math.min(max, min + 20) });
  },
  integer: (field, context) => decimalWithin(field, context, 0).map(Number),
  decimal: (field, context) => decimalWithin(field, context, 6),
  date: () => fc.integer({ min: 20, max: 27 }).map((day) => `2026-11-${day}`),
  datetime: (field, context) =>
    fc.integer({ min: 5, max: 180 }).map((minutes) => {
      const other = compareValues(field, context, '>').find(isInstant);
      const from = other ?? toInstant(Date.UTC(2026, 10, 27, 6, 0), 180);
      return toInstant(instantMs(from) + minutes * 60_000, 180);
    }),
  select_one: (field) => fc.constantFrom(...codesFor(field.choices)),
  select_multiple: (field) => severalOf(field, codesFor(field.choices)),
  rank: (field) => severalOf(field, codesFor(field.choices)),
  grid: (field) =>
    fc.dictionary(fc.constantFrom(...field.rows), fc.constantFrom(...codesFor(field.choices)), {
      minKeys: 1,
      noNullPrototype: true,
    }),
  geopoint: () =>
    fc.record({
      latitude: fc.integer({ min: 29_000_000, max: 38_000_000 }).map(millionths),
      longitude: fc.integer({ min: 39_000_000, max: 74_000_000 }).map(millionths),
      source: fc.constantFrom('device', 'typed', 'map'),
    }),
  image: (field) =>
    fc.array(
      fc.record(
        {
          sha256: hash.map((text) => text as Sha256),
          original: hash.map((text) => text as Sha256),
          caption: fc.constant('نمای جلو'),
        },
        { requiredKeys: ['sha256', 'caption'] },
      ),
      { minLength: 1, maxLength: limitsOf(field, 'count', 1, 3)[1] },
    ),
  calculate: () => fc.constant(''),
};

/** A finished record with the context it was answered in: its own id, and the visit it belongs to. */
export interface FinishedRecord {
  readonly answers: Answers;
  readonly context: FormContext;
}

/**
 * Finished records of a form: shown required fields answered, optional ones now and then, hidden ones absent, no
 * constraint broken that stops, calculated fields worked out. Derived from the form's own fields.
 */
export function recordArbitrary(form: Form, context: FormContext): fc.Arbitrary<FinishedRecord> {
  return uuid.chain((recordId) => {
    const own = { ...context, recordId };
    return Object.entries(form.fields)
      .reduce<fc.Arbitrary<Answers>>(
        (soFar, [name, field]) =>
          soFar.chain((answers) => answerField(form, name, field, answers, own)),
        fc.constant({}),
      )
      .map((answers) => ({ answers: withCalculated(form, answers, own), context: own }));
  });
}

/** Finished records of a form of a visit, each within a visit of its own. */
export function visitPartArbitrary(form: Form): fc.Arbitrary<FinishedRecord> {
  return recordArbitrary(surveyForms.visit, makeContext()).chain(({ answers }) =>
    recordArbitrary(form, makeContext({ visit: answers })),
  );
}

function answerField(
  form: Form,
  name: string,
  field: Field,
  answers: Answers,
  context: FormContext,
): fc.Arbitrary<Answers> {
  const whole = { ...context, answers };
  if (field.kind === 'calculate' || field.review === true || !isShown(field.shown, whole)) {
    return fc.constant(answers);
  }
  let refused = 0;
  const values = candidatesOf(field, whole).filter((value) => {
    if (isSound(form, { ...answers, [name]: value }, context)) return true;
    refused += 1;
    if (refused > 500)
      throw new Error(`no sound value for ${form.id}.${name}, such as ${JSON.stringify(value)}`);
    return false;
  });
  const given =
    field.answeredBy === 'respondent'
      ? fc.oneof(
          { arbitrary: values, weight: 9 },
          {
            arbitrary: fc.constantFrom({ missing: 'dont_know' }, { missing: 'refused' }),
            weight: 1,
          },
        )
      : values;
  const answered = given.map((value) => ({ ...answers, [name]: value }));
  return field.required ? answered : fc.oneof(answered, fc.constant(answers));
}

function candidatesOf<K extends FieldKind>(
  field: Field & FieldOfKind<K>,
  context: AnswerContext,
): fc.Arbitrary<AnswerValue> {
  // The table is keyed by the field's own kind, which the compiler cannot carry through a union.
  const candidates = candidatesByKind[field.kind] as Candidates<K>;
  return candidates(field, context);
}

function isSound(form: Form, answers: Answers, context: FormContext): boolean {
  return checkRecord(form, answers, context).every(
    ({ severity, kind }) => severity === 'warn' || kind === 'required',
  );
}

function codesFor(choices: Choices): readonly string[] {
  if ('codelist' in choices) return listCodes(choices);
  if ('records' in choices) return ['018f3a5e-7c11-7000-8000-00000000000a'];
  return [...sampleCodes(choices.register), ...(choices.plus ?? [])];
}

function severalOf(field: Field, codes: readonly string[]): fc.Arbitrary<AnswerValue> {
  const [min, max] = limitsOf(field, 'count', 1, 6);
  return fc.shuffledSubarray([...codes], {
    minLength: min,
    maxLength: Math.min(max, codes.length),
  });
}

function limitsOf(
  field: Field,
  rule: 'length' | 'count',
  min: number,
  max: number,
): readonly [number, number] {
  const found = field.constraints?.find((constraint) => constraint.rule === rule);
  if (found?.rule !== 'length' && found?.rule !== 'count') return [min, max];
  return [found.min ?? min, found.max ?? Math.max(max, found.min ?? 0)];
}

function decimalWithin(
  field: Field,
  context: AnswerContext,
  places: number,
): fc.Arbitrary<Decimal> {
  const lows = [...rangeEnds(field, 'above', 'min'), ...bounds(field, context, ['>', '>='])];
  const highs = [...rangeEnds(field, 'below', 'max'), ...bounds(field, context, ['<', '<='])];
  const low = lows.toSorted(compare).at(-1) ?? ('0' as Decimal);
  const high = highs.toSorted(compare)[0] ?? add(low, '1000000' as Decimal);
  return fc.integer({ min: 1, max: 999 }).map((share) => {
    const step = multiply(subtract(high, low), round((share / 1000).toFixed(3) as Decimal, 3));
    const value = round(add(low, step), places);
    // Rounding must not push a value of a narrow span out of it.
    return compare(value, low) > 0 && compare(value, high) < 0 ? value : round(add(low, step), 30);
  });
}

function rangeEnds(
  field: Field,
  ...ends: readonly ('above' | 'min' | 'below' | 'max')[]
): Decimal[] {
  return (field.constraints ?? []).flatMap((constraint) =>
    constraint.rule === 'range'
      ? ends.flatMap((end) => constraint[end] ?? []).filter(isDecimal)
      : [],
  );
}

function bounds(field: Field, context: AnswerContext, signs: readonly string[]): Decimal[] {
  return signs.flatMap((sign) => compareValues(field, context, sign)).filter(isDecimal);
}

function compareValues(field: Field, context: AnswerContext, sign: string): readonly string[] {
  return (field.constraints ?? []).flatMap((constraint) =>
    constraint.rule === 'compare' && constraint.is === sign
      ? (resolveOperand(constraint.to, context) ?? [])
      : [],
  );
}

function millionths(value: number): Decimal {
  return round((value / 1_000_000).toFixed(6) as Decimal, 6);
}
