import type { Decimal } from '../../core/decimal.ts';
import { compare, divide, isDecimal, multiply, round, subtract } from '../../core/decimal.ts';
import { textAnswer } from '../answers.ts';
import { annualQuantity } from '../calculations/calculate.ts';
import { isConvertible } from '../calculations/content.ts';
import { localCurrency, toIsoMoney, toUsd } from '../calculations/exchange.ts';
import type { PriceTerms } from '../calculations/price-terms.ts';
import { pricePerStandardUnit, quotationTerms, targetTerms } from '../calculations/price-terms.ts';
import type { AnswerContext } from '../context.ts';
import { numberParam } from '../finding.ts';
import type { Checks } from './check.ts';
import { fine } from './check.ts';
import { decimalOf } from './value-checks.ts';

const HUNDRED = '100' as Decimal;
const TENTH = '0.1' as Decimal;

/** Rules on units, prices, rates and quantities that look at registers and reference figures. */
export const priceChecks: Checks<
  'convertible' | 'product_limits' | 'near_median' | 'near_round_rate' | 'spread' | 'usual_quantity'
> = {
  convertible: ({ field }, { value, context }) => {
    const product = textAnswer(context.answers[field]);
    return isConvertible(textAnswer(value), product, context) === false
      ? [{ kind: 'convertible', params: { other: { type: 'field', value: field } } }]
      : fine;
  },
  product_limits: (_rule, { context }) => {
    const terms = quotationTerms(context);
    const item = terms && context.item('product', terms.product);
    const price = terms && pricePerStandardUnit(terms, context);
    const usd = price && toUsd(price, context);
    if (usd === undefined) return fine;
    const [low, high] = (['min', 'max'] as const).map((end) =>
      decimalOf(item?.[`price_usd_${end}_${terms?.level}`] ?? item?.[`price_usd_${end}`]),
    );
    const isInside =
      (low === undefined || compare(usd, low) >= 0) &&
      (high === undefined || compare(usd, high) <= 0);
    return isInside ? fine : [{ kind: 'product_limits', params: { usd: shown(usd) } }];
  },
  near_median: ({ price, min, max }, { context }) => {
    const ratio = ratioToMedian(
      price === 'quotation' ? quotationTerms(context) : targetTerms(context),
      context,
    );
    if (!isDecimal(min) || !isDecimal(max)) return fine;
    if (ratio !== undefined && (compare(ratio, min) < 0 || compare(ratio, max) > 0)) {
      return [{ kind: 'near_median', params: { ratio: ratioParam(ratio) } }];
    }
    const noticed = price === 'quotation' ? context.references.noticed?.(context)[0] : undefined;
    return noticed?.ratio === undefined
      ? fine
      : [{ kind: 'near_median', params: { ratio: ratioParam(noticed.ratio as Decimal) } }];
  },
  near_round_rate: ({ side, percent }, { value, context }) => {
    const rate = decimalOf(value);
    const country = textAnswer(context.answers['country']);
    const currency = country === undefined ? undefined : localCurrency[country];
    const median =
      currency === undefined ? undefined : context.references.fxMedian?.(currency, side);
    if (rate === undefined || median === undefined || isWithin(rate, median, percent)) return fine;
    const perDollar = divide(rate, HUNDRED);
    return perDollar !== undefined && isWithin(perDollar, median, percent)
      ? [{ kind: 'rate_per_100', params: { suggestion: numberParam(perDollar) } }]
      : [
          {
            kind: 'near_round_rate',
            params: { limit: numberParam(percent), median: numberParam(median) },
          },
        ];
  },
  spread: ({ field, percent }, { value, context }) => {
    const sell = decimalOf(value);
    const buy = decimalOf(context.answers[field]);
    if (sell === undefined || buy === undefined || compare(sell, buy) <= 0) return fine;
    return isWithin(sell, buy, percent)
      ? fine
      : [{ kind: 'spread', params: { limit: numberParam(percent) } }];
  },
  usual_quantity: ({ field }, { context }) => {
    const product = textAnswer(context.answers['product_id']);
    const buyer = textAnswer(context.answers[field]);
    const quantity = annualQuantity(context);
    if (product === undefined || buyer === undefined || quantity === undefined) return fine;
    const limit = context.references.purchaseP99?.(product, buyer);
    return limit !== undefined && compare(quantity, limit) > 0
      ? [{ kind: 'usual_quantity', params: { quantity: shown(quantity), limit: shown(limit) } }]
      : fine;
  },
};

/** A price's ratio to the market median of the same product and level; undefined where there is no median or no rate. */
export function ratioToMedian(
  terms: PriceTerms | undefined,
  context: AnswerContext,
): Decimal | undefined {
  if (terms?.level === undefined) return undefined;
  const median = context.references.medianPrice?.(terms.product, terms.level, terms.itemSpec);
  const price = pricePerStandardUnit(terms, context);
  if (median === undefined || price === undefined) return undefined;
  const [own, other] = [toIsoMoney(price, context), toIsoMoney(median, context)];
  // In one currency no rate is needed, and none may blur the comparison.
  if (own !== undefined && other !== undefined && own.currency === other.currency) {
    return divide(own.amount, other.amount);
  }
  const [ownUsd, otherUsd] = [toUsd(price, context), toUsd(median, context)];
  return ownUsd === undefined || otherUsd === undefined ? undefined : divide(ownUsd, otherUsd);
}

function isWithin(value: Decimal, middle: Decimal, percent: string): boolean {
  if (!isDecimal(percent)) return true;
  const difference = multiply(subtract(value, middle), HUNDRED);
  const allowed = multiply(middle, percent);
  return (
    compare(difference, allowed) <= 0 &&
    compare(multiply(difference, '-1' as Decimal), allowed) <= 0
  );
}

// Nobody weighs a price by its ratio's third decimal; one far below the median has no other digits.
function ratioParam(ratio: Decimal) {
  return numberParam(round(ratio, compare(ratio, TENTH) < 0 ? 6 : 2));
}

function shown(value: Decimal) {
  return numberParam(round(value, 4));
}
