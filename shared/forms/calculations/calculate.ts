import type { Decimal } from '../../core/decimal.ts';
import { multiply } from '../../core/decimal.ts';
import type { Answers } from '../answers.ts';
import { textAnswer } from '../answers.ts';
import { isShown } from '../condition.ts';
import type { AnswerContext, FormContext, FxRate, UnitFactor } from '../context.ts';
import type { Form } from '../define-form.ts';
import type { CalculationName } from '../field.ts';
import { numberAnswer, resolveOperand } from '../resolve-operand.ts';
import { contentInStandardUnit, isCustomaryUnit, unitFactor } from './content.ts';
import { fxRate, toIsoMoney, toUsd } from './exchange.ts';
import { pricePerStandardUnit, purchaseContent, quotationTerms } from './price-terms.ts';

type Calculate = (context: AnswerContext, form: Form) => string | number | undefined;

/** How each calculated field follows from the answers; undefined where something it needs is not known. */
export const calculations: Readonly<Record<CalculationName, Calculate>> = {
  record_id: (context) => context.recordId,
  form_version: (_context, form) => form.version,
  unit_price_std: (context) => unitPrice(context)?.amount,
  unit_price_usd: (context) => {
    const price = unitPrice(context);
    return price && toUsd(price, context);
  },
  price_amount_irr: (context) => {
    const terms = quotationTerms(context);
    const iso = terms && toIsoMoney(terms.money, context);
    return iso?.currency === 'IRR' ? iso.amount : undefined;
  },
  fx_rate: (context) => rateOfRow(context)?.rate,
  fx_kind: (context) => rateOfRow(context)?.kind,
  fx_source: (context) => rateOfRow(context)?.source,
  fx_date: (context) => rateOfRow(context)?.dated,
  unit_factor: (context) => factorOfRow(context)?.factor,
  unit_factor_source: (context) => factorOfRow(context)?.source,
  unit_factor_date: (context) => factorOfRow(context)?.dated,
  unit_factor_item: (context) => factorOfRow(context)?.item,
  annual_qty_std: (context) => annualQuantity(context),
};

/**
 * The answers with every calculated field brought up to date: worked out where it is shown and can be, absent
 * otherwise. Done when a record is finished; what is stored then is never worked out again silently.
 */
export function withCalculated(form: Form, answers: Answers, context: FormContext): Answers {
  const whole = { ...context, answers };
  const calculated = Object.entries(form.fields).flatMap(([name, field]) => {
    if (field.kind !== 'calculate') return [];
    const value = isShown(field.shown, whole)
      ? calculations[field.calculation](whole, form)
      : undefined;
    return [[name, value] as const];
  });
  const entries = Object.entries({ ...answers, ...Object.fromEntries(calculated) });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** Quantity x content x times a year, in the product's standard unit (day 300, week 52, month 12, quarter 4, year 1). */
export function annualQuantity(context: AnswerContext): Decimal | undefined {
  const fields = ['purchase_qty', 'purchase_period'] as const;
  const perYear = resolveOperand({ of: 'per_year', fields }, context);
  const product = textAnswer(context.answers['product_id']);
  const content = contentInStandardUnit(purchaseContent(context), product, context);
  return perYear === undefined || content === undefined
    ? undefined
    : multiply(perYear as Decimal, content);
}

function unitPrice(context: AnswerContext) {
  const terms = quotationTerms(context);
  return terms && pricePerStandardUnit(terms, context);
}

/** Of a customary unit whose factor, and no net content, the price per standard unit rests on. */
function factorOfRow(context: AnswerContext): UnitFactor | undefined {
  const unit = textAnswer(context.answers['sale_unit']);
  const item = unit === undefined ? undefined : context.item('unit', unit);
  const isUsed = isCustomaryUnit(item) && numberAnswer('net_content', context) === undefined;
  return isUsed && unitPrice(context) !== undefined ? unitFactor(unit, context) : undefined;
}

function rateOfRow(context: AnswerContext): FxRate | undefined {
  const amount = numberAnswer('price_amount', context);
  const currency = textAnswer(context.answers['price_currency']);
  if (amount === undefined || currency === undefined) return undefined;
  const iso = toIsoMoney({ amount, currency }, context);
  return iso && fxRate(iso.currency, context);
}
