import type { Decimal } from '../../core/decimal.ts';
import { multiply } from '../../core/decimal.ts';
import { textAnswer } from '../answers.ts';
import type { AnswerContext, Money } from '../context.ts';
import { numberAnswer } from '../resolve-operand.ts';
import type { Content } from './content.ts';
import { contentInStandardUnit } from './content.ts';
import { quotient } from './exchange.ts';

/** A price somebody gave: an amount for so many units of a product at a level of trade. */
export interface PriceTerms {
  readonly money: Money;
  readonly quantity: Decimal;
  readonly content: Content;
  readonly product: string;
  readonly level: string | undefined;
  readonly itemSpec: string;
}

/** The price of a quotation; undefined while a part of it is unanswered. */
export function quotationTerms(context: AnswerContext): PriceTerms | undefined {
  const { answers } = context;
  const amount = numberAnswer('price_amount', context);
  const quantity = numberAnswer('sale_qty', context);
  const currency = textAnswer(answers['price_currency']);
  const product = textAnswer(answers['product_id']);
  if (amount === undefined || quantity === undefined) return undefined;
  if (currency === undefined || product === undefined) return undefined;
  return {
    money: { amount, currency },
    quantity,
    content: {
      unit: textAnswer(answers['sale_unit']),
      amount: numberAnswer('net_content', context),
      amountUnit: textAnswer(answers['net_content_unit']),
    },
    product,
    level: textAnswer(answers['price_level']),
    itemSpec: textAnswer(answers['item_spec']) ?? '',
  };
}

/**
 * The price at which a buyer would switch, per one unit, at the level of the outlet visited. Its unit has the net
 * content given for the unit bought in, where both are the same.
 */
export function targetTerms(context: AnswerContext): PriceTerms | undefined {
  const { answers } = context;
  const amount = numberAnswer('target_price', context);
  const currency = textAnswer(answers['target_price_currency']);
  const product = textAnswer(answers['product_id']);
  const unit = textAnswer(answers['target_price_unit']);
  if (amount === undefined || currency === undefined || product === undefined) return undefined;
  const isUnitBought = unit !== undefined && unit === answers['purchase_unit'];
  return {
    money: { amount, currency },
    quantity: '1' as Decimal,
    content: isUnitBought
      ? purchaseContent(context)
      : { unit, amount: undefined, amountUnit: undefined },
    product,
    level: textAnswer(context.visit?.['market_level']),
    itemSpec: '',
  };
}

/** The unit a buyer buys in, with its net content. */
export function purchaseContent(context: AnswerContext): Content {
  return {
    unit: textAnswer(context.answers['purchase_unit']),
    amount: numberAnswer('purchase_net_content', context),
    amountUnit: textAnswer(context.answers['purchase_net_content_unit']),
  };
}

/** Amount / (quantity x content in the standard unit), in the currency of the amount (domain notes 1.6, p_std). */
export function pricePerStandardUnit(terms: PriceTerms, context: AnswerContext): Money | undefined {
  const content = contentInStandardUnit(terms.content, terms.product, context);
  if (content === undefined) return undefined;
  const amount = quotient(terms.money.amount, multiply(terms.quantity, content));
  return amount === undefined ? undefined : { amount, currency: terms.money.currency };
}
