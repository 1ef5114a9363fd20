import type { Decimal } from '../../core/decimal.ts';
import { add, divide, isDecimal, multiply, round } from '../../core/decimal.ts';
import { isPlainDate } from '../../core/plain-date.ts';
import type { Answers } from '../answers.ts';
import { textAnswer } from '../answers.ts';
import type { AnswerContext, FxRate, Money } from '../context.ts';

// Eighteen places keep at least 15 significant digits of any price above a thousandth of a dollar.
const PLACES = 18;
const TWO = '2' as Decimal;
const ONE = '1' as Decimal;

/** The currency in which a country's markets quote the dollar. */
export const localCurrency: Readonly<Record<string, string | undefined>> = {
  IRQ: 'IQD',
  AFG: 'AFN',
};

/** A quotient as it is stored: half-up to 18 places; undefined where the divisor is zero. */
export function quotient(dividend: Decimal, divisor: Decimal): Decimal | undefined {
  const value = divide(dividend, divisor);
  return value === undefined ? undefined : round(value, PLACES);
}

/** An amount in its ISO 4217 currency (10 rials for a toman); undefined where the currency is not in its register. */
export function toIsoMoney(money: Money, context: AnswerContext): Money | undefined {
  const item = context.item('currency', money.currency);
  const currency = textAnswer(item?.['iso_code']);
  const factor = textAnswer(item?.['iso_factor']);
  return currency === undefined || factor === undefined || !isDecimal(factor)
    ? undefined
    : { amount: multiply(money.amount, factor), currency };
}

/**
 * The rate of an ISO currency per US dollar (domain notes 1.6): first the middle of buying and selling rate recorded in
 * the visit, or the one of them that was recorded, where it is in that currency; then what the references give.
 */
export function fxRate(currency: string, context: AnswerContext): FxRate | undefined {
  if (currency === 'USD') return { rate: ONE, source: 'identity' };
  return visitRate(currency, context.visit) ?? context.references.fxRate?.(currency);
}

/** An amount in US dollars; undefined where no rate is known. */
export function toUsd(money: Money, context: AnswerContext): Decimal | undefined {
  const iso = toIsoMoney(money, context);
  const fx = iso && fxRate(iso.currency, context);
  return iso === undefined || fx === undefined ? undefined : quotient(iso.amount, fx.rate);
}

function visitRate(currency: string, visit: Answers | undefined): FxRate | undefined {
  const country = textAnswer(visit?.['country']);
  if (visit === undefined || country === undefined || localCurrency[country] !== currency) {
    return undefined;
  }
  const rate = middle(rateOf(visit['fx_usd_buy']), rateOf(visit['fx_usd_sell']));
  const kind = textAnswer(visit['fx_type']);
  if (rate === undefined) return undefined;
  const dated = textAnswer(visit['visit_date']);
  return {
    rate,
    ...(kind === undefined ? {} : { kind }),
    source: 'visit',
    ...(dated === undefined || !isPlainDate(dated) ? {} : { dated }),
  };
}

function middle(buy: Decimal | undefined, sell: Decimal | undefined): Decimal | undefined {
  if (buy === undefined || sell === undefined) return buy ?? sell;
  return divide(add(buy, sell), TWO);
}

function rateOf(value: Answers[string]): Decimal | undefined {
  const text = textAnswer(value);
  return text !== undefined && isDecimal(text) ? text : undefined;
}
