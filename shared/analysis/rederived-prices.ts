import type { Decimal } from '../core/decimal.ts';
import { isDecimal } from '../core/decimal.ts';
import type { AnswerValue, Answers } from '../forms/answers.ts';
import { textAnswer } from '../forms/answers.ts';
import { withCalculated } from '../forms/calculations/calculate.ts';
import type { FormContext } from '../forms/context.ts';
import type { Form } from '../forms/define-form.ts';

// What follows in a price record from the rate of exchange, and from what a customary unit holds.
const derivedFields = [
  'fx_rate',
  'fx_kind',
  'fx_source',
  'fx_date',
  'unit_factor',
  'unit_factor_source',
  'unit_factor_date',
  'unit_factor_item',
  'unit_price_std',
  'unit_price_usd',
] as const;
type DerivedField = (typeof derivedFields)[number];

interface Figures {
  readonly before: Decimal | undefined;
  readonly after: Decimal | undefined;
}

/** A price whose figures would come out otherwise with the rates and local measures known now. */
export interface RederivedPrice {
  readonly record: string;
  readonly before: Readonly<Partial<Record<DerivedField, AnswerValue>>>;
  readonly after: Readonly<Partial<Record<DerivedField, AnswerValue>>>;
  /** Per standard unit, in the currency of the price. */
  readonly std: Figures;
  readonly usd: Figures;
}

/**
 * What a finished price would hold if its rate and the factor of its unit were looked up anew in `context`; undefined
 * where rate, price per standard unit and price in dollars stay as they are (the same figures from another source
 * included). Nothing is written by it: what was kept stays until a person says so, and the entry that replaces it keeps
 * both.
 */
export function rederivedPrice(
  record: string,
  form: Form,
  answers: Answers,
  context: FormContext,
): RederivedPrice | undefined {
  const now = withCalculated(form, answers, context);
  const isSame = (['fx_rate', 'unit_price_std', 'unit_price_usd'] as const).every(
    (field) => answers[field] === now[field],
  );
  if (isSame) return undefined;
  const fields = derivedFields.filter((field) => Object.hasOwn(form.fields, field));
  function pick(from: Answers): RederivedPrice['before'] {
    return Object.fromEntries(fields.map((field) => [field, from[field]]));
  }
  function figures(field: 'unit_price_std' | 'unit_price_usd'): Figures {
    return { before: decimalOf(answers[field]), after: decimalOf(now[field]) };
  }
  return {
    record,
    before: pick(answers),
    after: pick(now),
    std: figures('unit_price_std'),
    usd: figures('unit_price_usd'),
  };
}

function decimalOf(value: Answers[string]): Decimal | undefined {
  const text = textAnswer(value);
  return text !== undefined && isDecimal(text) ? text : undefined;
}
