import { expect, expectTypeOf, test } from 'vitest';
import type { Decimal } from '#shared/core/decimal.ts';
import type { Missing } from '#shared/forms/answers.ts';
import type { FormDraft, FormValues } from '#shared/forms/define-form.ts';
import { defineForm, defineVisitPart } from '#shared/forms/define-form.ts';
import { registerForms, publishedForms } from '#shared/forms/definitions/catalogue.ts';
import type { priceForm } from '#shared/forms/definitions/price.ts';
import { visitForm } from '#shared/forms/definitions/visit.ts';

const base = { required: true, answeredBy: 'surveyor', section: 'main' } as const;
const head = { id: 'sample', version: 1, role: 'survey', sections: ['main'] } as const;
const availability = {
  ...base,
  kind: 'select_one',
  choices: { codelist: 'availability' },
} as const;
const note = { ...base, kind: 'text' } as const;

test('a form whose conditions name its own fields and codes compiles to itself', () => {
  const form = defineForm({
    ...head,
    fields: {
      availability,
      note: { ...note, shown: { when: 'answer', field: 'availability', in: ['never'] } },
    },
  });
  expect(form.fields.note.shown.in).toEqual(['never']);
});

test('a condition, constraint, unit or companion that names no field of the form does not compile', () => {
  const refused = [
    defineForm({
      ...head,
      // @ts-expect-error -- the form has no field `stock`
      fields: { availability, note: { ...note, shown: { when: 'answered', field: 'stock' } } },
    }),
    defineForm({
      ...head,
      fields: {
        availability,
        note: {
          ...note,
          shown: {
            when: 'all',
            // @ts-expect-error -- the form has no field `stock`, however deep the condition
            of: [{ when: 'any', of: [{ when: 'answer', field: 'stock', in: ['wide'] }] }],
          },
        },
      },
    }),
    defineForm({
      ...head,
      fields: {
        amount: {
          ...base,
          kind: 'decimal',
          constraints: [
            // @ts-expect-error -- a comparison with a field the form lacks
            { rule: 'compare', is: '>', to: { of: 'answer', field: 'stock' }, severity: 'stop' },
          ],
        },
      },
    }),
    defineForm({
      ...head,
      fields: {
        // @ts-expect-error -- uniqueness over a field the form lacks
        note: { ...note, constraints: [{ rule: 'unique', fields: ['stock'], severity: 'stop' }] },
      },
    }),
    defineForm({
      ...head,
      // @ts-expect-error -- a unit in the code of a field the form lacks
      fields: { amount: { ...base, kind: 'decimal', unit: { in: { code: { field: 'stock' } } } } },
    }),
    defineForm({
      ...head,
      // @ts-expect-error -- a companion of a field the form lacks
      fields: { note: { ...note, companionOf: 'stock' } },
    }),
  ];
  // At run time a definition is plain data; it is the compiler that refuses it.
  expect(refused).toHaveLength(6);
});

test('a condition on a code its field cannot hold, and a section the form lacks, do not compile', () => {
  const refused = [
    defineForm({
      ...head,
      fields: {
        availability,
        // @ts-expect-error -- `sold_out` is no code of the list `availability`
        note: { ...note, shown: { when: 'answer', field: 'availability', in: ['sold_out'] } },
      },
    }),
    defineForm({
      ...head,
      // @ts-expect-error -- the form has no section `other`
      fields: { note: { ...note, section: 'other' } },
    }),
  ];
  // At run time a definition is plain data; it is the compiler that refuses it.
  expect(refused).toHaveLength(2);
});

test('what a form of a visit looks up in the visit is held against the visit form', () => {
  const part = defineVisitPart(visitForm, {
    ...head,
    fields: { note: { ...note, shown: { when: 'visit', answer: 'consent', in: ['yes'] } } },
  });
  expect(part.id).toBe('sample');
  defineVisitPart(visitForm, {
    ...head,
    // @ts-expect-error -- the visit form has no field `weather`
    fields: { note: { ...note, shown: { when: 'visit', answer: 'weather', in: ['yes'] } } },
  });
  defineVisitPart(visitForm, {
    ...head,
    // @ts-expect-error -- `perhaps` is no code of the visit's consent
    fields: { note: { ...note, shown: { when: 'visit', answer: 'consent', in: ['perhaps'] } } },
  });
});

test('the answers of a form have the types of its fields', () => {
  type Price = FormValues<typeof priceForm>;
  expectTypeOf<Price['availability']>().toEqualTypeOf<
    'wide' | 'limited' | 'temporarily_out' | 'never'
  >();
  expectTypeOf<Price['item_spec']>().toEqualTypeOf<string>();
  expectTypeOf<Price['price_amount']>().toEqualTypeOf<Decimal | Missing | undefined>();
  expectTypeOf<Price['stock_days']>().toEqualTypeOf<number | Missing | undefined>();
  expectTypeOf<Price['quality_grade']>().toEqualTypeOf<
    'economy' | 'standard' | 'premium' | undefined
  >();
  expectTypeOf<FormValues<typeof visitForm>['country']>().toEqualTypeOf<'IRQ' | 'AFG'>();
  expectTypeOf<FormDraft<typeof visitForm>['country']>().toEqualTypeOf<'IRQ' | 'AFG' | undefined>();
});

test('every property a form reads of a register is a field of that register', () => {
  const operands = publishedForms().flatMap((form) => itemOperands(form));
  expect(operands.length).toBeGreaterThan(5);
  for (const { register, property } of operands) {
    expect(registerForms[register].fields, `${register}.${property}`).toHaveProperty(property);
  }
});

interface Read {
  readonly register: keyof typeof registerForms;
  readonly property: string;
}

/** Every `{ register, property }` in a definition, and every filter or match on a property of the register chosen from. */
function itemOperands(data: unknown, register?: Read['register']): readonly Read[] {
  if (typeof data !== 'object' || data === null) return [];
  const node = data as Readonly<Record<string, unknown>>;
  const choices = node['choices'] as { readonly register?: Read['register'] } | undefined;
  const chosen =
    (node['register'] as Read['register'] | undefined) ?? choices?.register ?? register;
  const property = node['property'];
  const own =
    typeof property === 'string' && chosen !== undefined ? [{ register: chosen, property }] : [];
  return [...own, ...Object.values(node).flatMap((child) => itemOperands(child, chosen))];
}
