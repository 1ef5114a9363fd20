import { describe, expect, test } from 'vitest';
import type { Decimal } from '#shared/core/decimal.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import type { Answers } from '#shared/forms/answers.ts';
import { checkRecord, raisedFlags } from '#shared/forms/check-record.ts';
import { distanceKm } from '#shared/forms/checks/place-checks.ts';
import type { RuleName } from '#shared/forms/constraint.ts';
import type { Form } from '#shared/forms/define-form.ts';
import { surveyForms } from '#shared/forms/definitions/catalogue.ts';
import { explainFinding } from '#shared/forms/explain-finding.ts';
import { finishedSchema } from '#shared/forms/form-schema.ts';
import { makeContext } from '../../../support/form-context.ts';
import { choiceCases } from './rule-cases/choice-cases.ts';
import { figureCases } from './rule-cases/figure-cases.ts';
import type { RuleCases } from './rule-cases/rule-case.ts';
import { valueCases } from './rule-cases/value-cases.ts';

// A rule without a case does not compile.
const ruleCases: RuleCases<RuleName> = { ...valueCases, ...choiceCases, ...figureCases };
const plain = { number: (value: string) => value, date: () => '۱۴۰۵/۹/۶' };

describe.each(Object.entries(ruleCases))('the rule %s', (_rule, cases) => {
  test.each(cases)(
    'finds $kind in $field of the $form when it is broken, and nothing when it is kept',
    ({ form, field, broken, kept, kind, severity, context }) => {
      const definition: Form = surveyForms[form];
      const whole = makeContext(context);
      const found = checkRecord(definition, broken, whole).filter((one) => one.field === field);
      expect(found).toMatchObject([{ kind, severity }]);
      for (const finding of found) {
        expect(explainFinding(form, finding, 'fa', plain)).toMatch(/^[^{}a-z]+$/i);
        expect(explainFinding(form, finding, 'en', plain)).toMatch(/^[^{}]+\.$/);
      }
      const after = checkRecord(definition, kept, whole).filter((one) => one.field === field);
      expect(after).toEqual([]);
    },
  );
});

test('a degree of latitude is 111.195 km, and Erbil lies 146.5 km from Sulaymaniyah', () => {
  function place(latitude: string, longitude: string) {
    return { latitude: latitude as Decimal, longitude: longitude as Decimal };
  }
  expect(distanceKm(place('36', '44'), place('37', '44'))).toBeCloseTo(111.195, 3);
  const erbil = place('36.191113', '44.009167');
  const sulaymaniyah = place('35.561127', '45.437487');
  expect(distanceKm(erbil, sulaymaniyah)).toBeCloseTo(146.5, 0);
});

test('a warning alone does not keep a record from being finished', () => {
  const [first] = ruleCases.spread;
  const schema = finishedSchema(surveyForms.visit, makeContext());
  const issues = schema.safeParse(first?.broken).error?.issues ?? [];
  expect(issues.map(({ path }) => path[0])).not.toContain('fx_usd_sell');
});

test('a finding names the other question, the value and the choice it is about', () => {
  const context = makeContext({ today: '2026-11-27' as PlainDate });
  const format = { number: (value: string) => `n${value}`, date: (value: string) => `d${value}` };
  function explain(form: 'visit' | 'competitor', answers: Answers) {
    const found = checkRecord(surveyForms[form], answers, context).filter(
      ({ kind }) => kind !== 'required',
    );
    return found.map((finding) => explainFinding(form, finding, 'en', format));
  }
  expect(explain('visit', { round_id: 'r1405-09', visit_date: '2026-11-19' })).toEqual([
    'Must not be before “Survey round: Starts on” (d2026-11-20).',
  ]);
  expect(explain('visit', { visit_date: '2026-11-28' })).toEqual([
    'Must not be after “today” (d2026-11-27).',
  ]);
  expect(explain('competitor', { strengths: ['price'], weaknesses: ['price'] })).toEqual([
    '“Price” is also among “Weaknesses”; take it away from one of them.',
  ]);
  expect(explain('visit', { fx_usd_buy: '10', fx_usd_sell: '9' })).toEqual([
    'Must not be less than “Local buying rate of 1 USD in this market” (n10).',
  ]);
});

test('an answer of the wrong shape, an unknown choice, item or field is found before any rule', () => {
  const found = checkRecord(
    surveyForms.price,
    {
      product_id: 'no_such_product',
      availability: 'sold_out',
      item_spec: 7,
      shelf_photo: 'front.jpg',
      price_level: 'retail',
      weather: 'rain',
    },
    makeContext(),
  );
  const byField = Object.fromEntries(found.map(({ field, kind }) => [field, kind]));
  expect(byField).toMatchObject({
    product_id: 'unknown_item',
    availability: 'unknown_choice',
    item_spec: 'bad_value',
    shelf_photo: 'bad_value',
    price_level: 'not_applicable',
    weather: 'unknown_field',
  });
});

test('a district cannot stand for a province, nor a container for a base unit', () => {
  const visit = checkRecord(surveyForms.visit, { admin1_pcode: 'IQG11001' }, makeContext());
  expect(visit).toContainEqual({ field: 'admin1_pcode', kind: 'unknown_item', severity: 'stop' });
  const answers = {
    availability: 'wide',
    product_id: 'rice',
    sale_unit: 'bag',
    net_content_unit: 'g',
  };
  const price = checkRecord(surveyForms.price, answers, makeContext());
  expect(price).toContainEqual({
    field: 'net_content_unit',
    kind: 'unknown_item',
    severity: 'stop',
  });
});

test('the same code twice in one answer is found', () => {
  const found = checkRecord(
    surveyForms.demand,
    { unmet_need: ['price_gap', 'price_gap'] },
    makeContext(),
  );
  expect(found).toContainEqual({ field: 'unmet_need', kind: 'repeated_choice', severity: 'stop' });
});

test('a review status is never asked of the person who fills in the form', () => {
  const found = checkRecord(surveyForms.visit, {}, makeContext());
  expect(found.map(({ field }) => field)).not.toContain('review_status');
});

test('a calculated price is needed only where it can be worked out', () => {
  const visit = { consent: 'yes', country: 'IRQ' } as const;
  const sold = {
    product_id: 'rice',
    availability: 'wide',
    price_amount: '1000',
    price_currency: 'IQD',
    sale_unit: 'kg',
    sale_qty: '1',
  };
  const needed = checkRecord(surveyForms.price, sold, makeContext({ visit }));
  expect(needed).toContainEqual({ field: 'unit_price_std', kind: 'required', severity: 'stop' });
  const absent = { product_id: 'rice', availability: 'never' };
  const fields = checkRecord(surveyForms.price, absent, makeContext({ visit })).map(
    ({ field }) => field,
  );
  expect(fields).not.toContain('unit_price_std');
});

test('a price far from the median raises the outlier flag, and the flag asks for the reason', () => {
  const [far] = ruleCases.near_median;
  const context = makeContext(far?.context);
  const answers = far?.broken ?? {};
  expect(raisedFlags(surveyForms.price, answers, context)).toEqual(['outlier']);
  expect(raisedFlags(surveyForms.price, far?.kept ?? {}, context)).toEqual([]);
  const flagged = { ...context, flags: ['outlier'] as const };
  expect(checkRecord(surveyForms.price, answers, flagged)).toContainEqual({
    field: 'outlier_reason',
    kind: 'required',
    severity: 'stop',
  });
  const reason = { ...answers, outlier_reason: 'کمبود شدید' };
  const fields = checkRecord(surveyForms.price, reason, flagged).map(({ field }) => field);
  expect(fields).not.toContain('outlier_reason');
});

test.each([
  ['16180', '12.35'],
  ['1', '0.000763'],
])('the ratio of %s to its median is said as %s', (price_amount, value) => {
  const [far] = ruleCases.near_median;
  const findings = checkRecord(
    surveyForms.price,
    { ...far?.broken, price_amount },
    makeContext(far?.context),
  );
  expect(findings.find(({ kind }) => kind === 'near_median')).toMatchObject({
    params: { ratio: { value } },
  });
});

test('a price is compared with its median in rials, toman or dollars alike', () => {
  const median = { amount: '100000' as Decimal, currency: 'IRR' };
  const context = makeContext({ references: { medianPrice: () => median } });
  const quoted = {
    availability: 'wide',
    product_id: 'rice',
    price_level: 'retail',
    price_currency: 'IRT',
    sale_unit: 'kg',
    sale_qty: '1',
  };
  // 10,000 toman are the median itself; typed as 100,000 toman it is ten times too much.
  expect(raisedFlags(surveyForms.price, { ...quoted, price_amount: '10000' }, context)).toEqual([]);
  expect(raisedFlags(surveyForms.price, { ...quoted, price_amount: '100000' }, context)).toEqual([
    'outlier',
  ]);
});
