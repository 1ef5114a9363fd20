import type { Decimal } from '../core/decimal.ts';
import { divide, isDecimal, multiply } from '../core/decimal.ts';
import type { AnswerContext } from './context.ts';
import { textAnswer } from './answers.ts';
import type { Operand } from './operand.ts';
import { timesPerYear } from './period.ts';

/** The value an operand stands for, as text; undefined where it is unknown, unanswered, "don't know" or "refused". */
export function resolveOperand(operand: Operand, context: AnswerContext): string | undefined {
  switch (operand.of) {
    case 'answer':
      return scalarText(context.answers[operand.field]);
    case 'visit':
      return scalarText(context.visit?.[operand.answer]);
    case 'item': {
      const code = textAnswer(context.answers[operand.field]);
      const item = code === undefined ? undefined : context.item(operand.register, code);
      return scalarText(item?.[operand.property]);
    }
    case 'today':
      return context.today;
    case 'fixed':
      return operand.value;
    case 'by_code': {
      const code = textAnswer(context.answers[operand.field]);
      return code === undefined ? undefined : operand.values[code];
    }
    case 'quotient': {
      const [dividend, divisor] = operand.fields.map((field) => numberAnswer(field, context));
      return dividend === undefined || divisor === undefined
        ? undefined
        : divide(dividend, divisor);
    }
    case 'per_year': {
      const [quantity, period] = operand.fields;
      return perYear(numberAnswer(quantity, context), textAnswer(context.answers[period]));
    }
  }
}

/** The exact number a field holds; undefined where it holds none. */
export function numberAnswer(field: string, context: AnswerContext): Decimal | undefined {
  const text = scalarText(context.answers[field]);
  return text !== undefined && isDecimal(text) ? text : undefined;
}

function perYear(quantity: Decimal | undefined, period: string | undefined): Decimal | undefined {
  const times = period === undefined ? undefined : timesPerYear[period];
  return quantity === undefined || times === undefined ? undefined : multiply(quantity, times);
}

function scalarText(value: AnswerContext['answers'][string]): string | undefined {
  return typeof value === 'number' ? String(value) : textAnswer(value);
}
