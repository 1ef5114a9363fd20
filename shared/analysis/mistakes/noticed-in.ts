import type { Decimal } from '../../core/decimal.ts';
import { isDecimal } from '../../core/decimal.ts';
import type { Answers } from '../../forms/answers.ts';
import { textAnswer } from '../../forms/answers.ts';
import type { AnswerContext, Noticed } from '../../forms/context.ts';
import type { MistakeReference } from './find-mistakes.ts';
import { findMistakes } from './find-mistakes.ts';
import { findRateMistake } from './rate-mistakes.ts';

const RATIO_PLACES = 4;

/** What `findMistakes` finds of a quotation, as the form shows it: at the price, with the ratio as a decimal text. */
export function noticedIn(row: AnswerContext, reference: MistakeReference): readonly Noticed[] {
  return findMistakes(row, reference).map(({ name, ratio, basis, correction }) => ({
    name,
    field: 'price_amount',
    ...(ratio === undefined ? {} : { ratio: ratio.toFixed(RATIO_PLACES) }),
    ...(basis === undefined ? {} : { basis }),
    ...(correction === undefined ? {} : { correction }),
  }));
}

/** What `findRateMistake` finds of the rates in these fields; nothing where no rate is expected. */
export function noticedRates(
  answers: Answers,
  fields: readonly string[],
  expected: Decimal | undefined,
): readonly Noticed[] {
  return fields.flatMap((field) => {
    const typed = textAnswer(answers[field]);
    if (typed === undefined || !isDecimal(typed) || expected === undefined) return [];
    const found = findRateMistake(typed, expected);
    return found ? [{ name: found.name, field, correction: { [field]: found.correction } }] : [];
  });
}
