import type { AnswerValue, Answers } from './answers.ts';
import type { FormContext } from './context.ts';
import type { Form } from './define-form.ts';
import type { Field } from './field.ts';
import { resolveOperand } from './resolve-operand.ts';

/**
 * Values to offer in fields that have no answer yet: the market's type, the visit's currency and level, quantity 1.
 * They are offers; a field the person has emptied should not be filled again.
 */
export function initialAnswers(form: Form, answers: Answers, context: FormContext): Answers {
  const whole = { ...context, answers };
  const offers = Object.entries(form.fields).flatMap(([name, field]) => {
    if (field.initial === undefined || answers[name] !== undefined) return [];
    const value = resolveOperand(field.initial, whole);
    return value === undefined ? [] : [[name, valueOf(field, value)] as const];
  });
  return Object.fromEntries(offers);
}

function valueOf(field: Field, value: string): AnswerValue {
  return field.kind === 'integer' ? Number(value) : value;
}
