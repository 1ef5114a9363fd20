import type { Decimal } from '../core/decimal.ts';
import { isDecimal } from '../core/decimal.ts';
import type { AnswerValue, Answers } from '../forms/answers.ts';
import { textAnswer } from '../forms/answers.ts';
import { withCalculated } from '../forms/calculations/calculate.ts';
import type { FormContext } from '../forms/context.ts';
import type { Form } from '../forms/define-form.ts';

// What follows from the rate of exchange in a price record.
const rateFields = ['fx_rate', 'fx_kind', 'fx_source', 'fx_date', 'unit_price_usd'] as const;
type RateField = (typeof rateFields)[number];

/** A price whose figures in dollars would come out otherwise with the rates known now. */
export interface RederivedPrice {
  readonly record: string;
  readonly before: Readonly<Partial<Record<RateField, AnswerValue>>>;
  readonly after: Readonly<Partial<Record<RateField, AnswerValue>>>;
  readonly usd: { readonly before: Decimal | undefined; readonly after: Decimal | undefined };
}

/**
 * What a finished price would hold if its rate were looked up anew in `context`; undefined where the rate and the price
 * in dollars stay as they are (the same rate from another source included). Nothing is written by it: what was kept
 * stays until a person says so, and the entry that replaces it keeps both.
 */
export function rederivedPrice(
  record: string,
  form: Form,
  answers: Answers,
  context: FormContext,
): RederivedPrice | undefined {
  const now = withCalculated(form, answers, context);
  const isSame = (['fx_rate', 'unit_price_usd'] as const).every(
    (field) => answers[field] === now[field],
  );
  if (isSame) return undefined;
  const fields = rateFields.filter((field) => Object.hasOwn(form.fields, field));
  function pick(from: Answers): RederivedPrice['before'] {
    return Object.fromEntries(fields.map((field) => [field, from[field]]));
  }
  return {
    record,
    before: pick(answers),
    after: pick(now),
    usd: { before: decimalOf(answers), after: decimalOf(now) },
  };
}

function decimalOf(answers: Answers): Decimal | undefined {
  const text = textAnswer(answers['unit_price_usd']);
  return text !== undefined && isDecimal(text) ? text : undefined;
}
