import { searchKey } from '../../core/search-key.ts';
import type { Answers } from '../../forms/answers.ts';
import { textAnswer } from '../../forms/answers.ts';
import type { AnswerContext, Noticed } from '../../forms/context.ts';

const same = ['product_id', 'item_spec', 'brand_id', 'price_amount', 'price_currency'];

/**
 * Whether the quotation stands in its visit already: another of `siblings` has its product, specification (by search
 * key), brand, price and currency. Two real quotations may be alike, so it is noticed and stops nobody. Domain notes 1.6, no. 5.
 */
export function notedTwice({
  answers,
  siblings,
}: Pick<AnswerContext, 'answers' | 'siblings'>): readonly Noticed[] {
  const own = keyOf(answers);
  return own !== undefined && siblings.some((sibling) => keyOf(sibling) === own)
    ? [{ name: 'duplicate', field: 'price_amount' }]
    : [];
}

/** Undefined where one of the answers is missing: what nobody knows is not the same. */
function keyOf(answers: Answers): string | undefined {
  const texts = same.map((field) => textAnswer(answers[field]));
  return texts.includes(undefined)
    ? undefined
    : JSON.stringify(texts.map((text = '') => searchKey(text)));
}
