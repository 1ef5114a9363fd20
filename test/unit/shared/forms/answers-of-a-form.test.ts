import { describe, expect, test } from 'vitest';
import type { Answers } from '#shared/forms/answers.ts';
import { isSampled } from '#shared/forms/audit-sample.ts';
import { isChoosable } from '#shared/forms/choosable.ts';
import type { Field } from '#shared/forms/field.ts';
import type { RegisterChoices } from '#shared/forms/choices.ts';
import { dropHidden, isOpenFor, shownFields } from '#shared/forms/hidden-answers.ts';
import { initialAnswers } from '#shared/forms/initial-answers.ts';
import { answerProblem } from '#shared/forms/form-schema.ts';
import { settleAnswers } from '#shared/forms/settle-answers.ts';
import { surveyForms } from '#shared/forms/definitions/catalogue.ts';
import { makeContext, sampleCodes, sampleRegisters } from '../../../support/form-context.ts';

const { visit: visitForm, price: priceForm, demand: demandForm, competitor } = surveyForms;
const visit = {
  consent: 'yes',
  country: 'IRQ',
  market_level: 'wholesale',
  visit_currency: 'IQD',
  outlet_type: 'small_shop',
} as const;

describe('what is shown', () => {
  test('follows answers of the record, of the visit and of the registers', () => {
    const context = makeContext({ visit });
    function shown(answers: Answers) {
      return shownFields(priceForm, answers, context);
    }
    expect(shown({})).not.toContain('brand_id');
    expect(shown({ availability: 'wide' })).toContain('brand_id');
    expect(shown({ availability: 'wide', sale_unit: 'kg' })).not.toContain('net_content');
    expect(shown({ availability: 'wide', sale_unit: 'bag' })).toContain('net_content');
    expect(shown({ origin_country: 'IQ' })).not.toContain('entry_border');
    expect(shown({ origin_country: 'TR' })).toContain('entry_border');
    expect(shown({ origin_country: 'unknown' })).toContain('entry_border');
    const tile = shownFields(competitor, { product_id: 'floor_tile' }, context);
    expect(tile).toContain('shelf_facings');
    expect(tile).not.toContain('warranty_months');
    const yard = makeContext({ visit: { ...visit, outlet_type: 'building_materials' } });
    const fridge = shownFields(competitor, { product_id: 'refrigerator' }, yard);
    expect(fridge).not.toContain('shelf_facings');
    expect(fridge).toContain('warranty_months');
  });

  test('payment terms are asked of every level but retail, and not where there is no price', () => {
    const context = makeContext({ visit });
    expect(shownFields(priceForm, { price_level: 'wholesale' }, context)).toContain(
      'payment_terms',
    );
    expect(shownFields(priceForm, { price_level: 'retail' }, context)).not.toContain(
      'payment_terms',
    );
    expect(shownFields(priceForm, { availability: 'never' }, context)).not.toContain(
      'payment_terms',
    );
  });

  test('a name the respondent would not give opens no question about passing it on', () => {
    const answers = { consent: 'yes', respondent_name: { missing: 'refused' } } as const;
    expect(shownFields(visitForm, answers, makeContext())).not.toContain('consent_share');
    const phone = { ...answers, respondent_phone: '07501234567' };
    expect(shownFields(visitForm, phone, makeContext())).toContain('consent_share');
  });

  test('dropping a hidden answer drops those it had opened', () => {
    const answers = {
      interview_mode: 'in_person',
      consent: 'no',
      respondent_name: 'x',
      consent_share: 'yes',
    };
    expect(dropHidden(visitForm, answers, makeContext())).toEqual({
      interview_mode: 'in_person',
      consent: 'no',
    });
  });

  test('without consent the three forms of a visit are closed', () => {
    const context = makeContext();
    for (const form of [priceForm, demandForm, competitor]) {
      expect(isOpenFor(form, { consent: 'no' }, context)).toBe(false);
      expect(isOpenFor(form, { consent: 'not_applicable' }, context)).toBe(true);
    }
  });
});

describe('what is offered at first', () => {
  test('comes from the market, the country, the visit and the product', () => {
    const start = { country: 'AFG', market_id: 'kabul' };
    expect(initialAnswers(visitForm, start, makeContext())).toEqual({
      visit_date: '2026-11-27',
      market_type: 'wholesale_hub',
      visit_currency: 'AFN',
    });
    const row = { product_id: 'floor_tile', sale_qty: '4' };
    expect(initialAnswers(priceForm, row, makeContext({ visit }))).toEqual({
      price_level: 'wholesale',
      price_currency: 'IQD',
      net_content_unit: 'm2',
    });
  });

  test('of a register are the items that go with the other answers', () => {
    function offered(name: 'market_id' | 'admin1_pcode' | 'admin2_pcode', answers: Answers) {
      const field: Field & { readonly choices: RegisterChoices } = visitForm.fields[name];
      const { register } = field.choices;
      const context = { ...makeContext(), answers };
      return sampleCodes(register).filter((code) =>
        isChoosable(name, field, code, sampleRegisters[register]?.[code] ?? {}, context),
      );
    }
    expect(offered('admin1_pcode', { country: 'AFG' })).toEqual(['AF32', 'AF01']);
    expect(offered('admin2_pcode', { admin1_pcode: 'AF32' })).toEqual(['AF3201']);
    expect(offered('market_id', { admin1_pcode: 'IQG11' })).toEqual(['erbil']);
    expect(offered('market_id', {})).toEqual(['erbil', 'herat', 'kabul']);
  });
});

test('a finished record has no empty text, no hidden answer, and its price per standard unit', () => {
  const typed = {
    product_id: 'rice',
    availability: 'wide',
    item_spec: '  basmati  ',
    price_amount: '2600',
    price_currency: 'IQD',
    sale_unit: 'kg',
    sale_qty: '2',
    net_content: '5',
    brand_id: '',
    price_includes: [],
  };
  const settled = settleAnswers(priceForm, typed, makeContext({ visit }));
  expect(settled).toMatchObject({ item_spec: 'basmati', unit_price_std: '1300' });
  for (const gone of ['net_content', 'brand_id', 'price_includes']) {
    expect(settled).not.toHaveProperty(gone);
  }
});

describe('an answer from outside', () => {
  test.each([
    ['item_spec', 'x'],
    ['price_amount', { missing: 'refused' }],
    ['brand_id', null],
  ])('passes with the shape of its field: %s = %j', (field, value) => {
    // Twice: what was found sound once is not looked at again.
    for (let time = 0; time < 2; time += 1)
      expect(answerProblem(priceForm, field, value)).toBeUndefined();
  });

  test.each([
    ['weather', 'rain', 'unknown_field'],
    ['__proto__', 'x', 'unknown_field'],
    ['availability', 'sold_out', 'unknown_choice'],
    ['price_amount', '1,000', 'bad_value'],
    ['price_amount', 1000, 'bad_value'],
    ['item_spec', { missing: 'refused' }, 'bad_value'],
    ['stock_days', 1.5, 'bad_value'],
    ['product_id', '../etc/passwd', 'unknown_choice'],
    ['price_includes', ['none', 'none'], 'repeated_choice'],
  ])('is refused by name for %s = %j', (field, value, problem) => {
    for (let time = 0; time < 2; time += 1)
      expect(answerProblem(priceForm, field, value)).toBe(problem);
  });

  test('that is sound for one field is not for another', () => {
    expect(answerProblem(priceForm, 'item_spec', 'sold_out')).toBeUndefined();
    expect(answerProblem(priceForm, 'availability', 'sold_out')).toBe('unknown_choice');
  });
});

test('about one record in ten is drawn for a photo, always the same ones', () => {
  const ids = Array.from(
    { length: 2000 },
    (_, n) => `018f3a5e-7c11-7000-8000-${String(n).padStart(12, '0')}`,
  );
  const drawn = ids.filter((id) => isSampled(id, 10));
  expect(drawn.length).toBeGreaterThan(150);
  expect(drawn.length).toBeLessThan(250);
  expect(ids.filter((id) => isSampled(id, 10))).toEqual(drawn);
  expect(ids.some((id) => isSampled(id, 0))).toBe(false);
});
