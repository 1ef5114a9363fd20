import { expect, test } from 'vitest';
import { isDecimal } from '#shared/core/decimal.ts';
import { recordIdSchema } from '#shared/core/ids.ts';
import { isPlainDate } from '#shared/core/plain-date.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import { canonicalJson } from '#shared/core/json.ts';
import type { Choices } from '#shared/forms/choices.ts';
import { listCodes } from '#shared/forms/choices.ts';
import { registerForms } from '#shared/forms/definitions/catalogue.ts';
import type { Field } from '#shared/forms/field.ts';
import { sampleActs } from '../../../../server/sample/sample-acts.ts';

const today = '2026-11-27' as PlainDate;
const acts = sampleActs(today);
const known = new Set<string>(acts.map((act) => act.record));

const valueChecks: { readonly [K in Field['kind']]?: (value: unknown) => boolean } = {
  decimal: (value) => typeof value === 'string' && isDecimal(value),
  integer: (value) => Number.isSafeInteger(value),
  date: (value) => typeof value === 'string' && isPlainDate(value),
  text: (value) => typeof value === 'string' && value.trim() === value && value !== '',
};

function isOffered(choices: Choices, code: unknown): boolean {
  if ('codelist' in choices) return listCodes(choices).includes(String(code));
  return 'register' in choices && known.has(`${choices.register}/${String(code)}`);
}

function isAllowed(field: Field | undefined, value: unknown): boolean {
  if (!field) return false;
  if (field.kind === 'select_one') return isOffered(field.choices, value);
  if (field.kind === 'select_multiple') {
    return Array.isArray(value) && value.every((code) => isOffered(field.choices, code));
  }
  return valueChecks[field.kind]?.(value) ?? false;
}

test('every item of the sample holds what its register asks, with choices that exist', () => {
  const problems = acts.flatMap((act) => {
    const fields: Readonly<Record<string, Field>> = registerForms[act.kind].fields;
    const bad = Object.entries(act.set).flatMap(([name, value]) => {
      return isAllowed(fields[name], value)
        ? []
        : [`${act.record} ${name}: ${canonicalJson(value)}`];
    });
    const absent = Object.entries(fields).flatMap(([name, field]) =>
      field.required && field.shown === undefined && act.set[name] === undefined
        ? [`${act.record} lacks ${name}`]
        : [],
    );
    return [...bad, ...absent];
  });
  expect(problems).toEqual([]);
});

test('every item of the sample has an id of its own, named after its register', () => {
  expect(known.size).toBe(acts.length);
  for (const act of acts) {
    expect(recordIdSchema.safeParse(act.record).success).toBe(true);
    expect(act.record.startsWith(`${act.kind}/`)).toBe(true);
  }
});

test('the sample carries the code lists whole', () => {
  const sizes: Record<string, number> = {};
  for (const { kind } of acts) sizes[kind] = (sizes[kind] ?? 0) + 1;
  expect(sizes).toMatchObject({
    admin_area: 123,
    market: 44,
    product: 135,
    unit: 42,
    currency: 10,
    crossing: 27,
    origin: 39,
  });
});

test('one round of the sample is open today, the other is over', () => {
  const rounds = acts.filter((act) => act.kind === 'round').map((act) => act.set);
  expect(rounds).toMatchObject([
    { state: 'closed', starts_on: '2026-08-19', ends_on: '2026-09-08' },
    { state: 'open', starts_on: '2026-11-20', ends_on: '2026-12-18' },
  ]);
});

test('every product has a name of its own in each language that a trader may read', () => {
  const products = acts.filter(({ kind }) => kind === 'product');
  for (const field of ['name_fa', 'name_en', 'name_ar', 'name_ckb', 'name_ps']) {
    const names = products.map(({ set }) => set[field]);
    expect(names.every((name) => typeof name === 'string')).toBe(true);
    expect(new Set(names).size).toBe(products.length);
  }
});
