import type { Flag, ItemOperand, Operand } from './operand.ts';
import type { AnswerContext } from './context.ts';
import { isAnswered, textAnswer } from './answers.ts';
import { resolveOperand } from './resolve-operand.ts';

/**
 * When a field is shown, as plain data. `answer`: a field holds one of these codes (in a list of codes: at least one of
 * them). `other`: it is answered with none of these. `answered`: it holds a value other than "don't know" and "refused".
 * `visit`: the same of the visit the record belongs to. `item`: a property of the register item chosen in a field.
 * `differ`: two operands are both known and unlike. `flag`: a check raised it.
 */
export type Condition =
  | { readonly when: 'answer'; readonly field: string; readonly in: readonly string[] }
  | { readonly when: 'other'; readonly field: string; readonly than: readonly string[] }
  | { readonly when: 'answered'; readonly field: string }
  | { readonly when: 'visit'; readonly answer: string; readonly in: readonly string[] }
  | { readonly when: 'item'; readonly item: ItemOperand; readonly in: readonly string[] }
  | { readonly when: 'differ'; readonly operands: readonly [Operand, Operand] }
  | { readonly when: 'flag'; readonly flag: Flag }
  | { readonly when: 'all'; readonly of: readonly Condition[] }
  | { readonly when: 'any'; readonly of: readonly Condition[] };

/** The only evaluator of conditions; a field without one is always shown. */
export function isShown(condition: Condition | undefined, context: AnswerContext): boolean {
  return condition === undefined || holds(condition, context);
}

function holds(condition: Condition, context: AnswerContext): boolean {
  switch (condition.when) {
    case 'answer':
      return holdsOneOf(context.answers[condition.field], condition.in);
    case 'other': {
      const value = context.answers[condition.field];
      return isAnswered(value) && !holdsOneOf(value, condition.than);
    }
    case 'answered':
      return isAnswered(context.answers[condition.field]);
    case 'visit':
      return holdsOneOf(context.visit?.[condition.answer], condition.in);
    case 'item': {
      const value = resolveOperand(condition.item, context);
      return value !== undefined && condition.in.includes(value);
    }
    case 'differ': {
      const [a, b] = condition.operands.map((operand) => resolveOperand(operand, context));
      return a !== undefined && b !== undefined && a !== b;
    }
    case 'flag':
      return context.flags.includes(condition.flag);
    case 'all':
      return condition.of.every((part) => holds(part, context));
    case 'any':
      return condition.of.some((part) => holds(part, context));
  }
}

function holdsOneOf(value: AnswerContext['answers'][string], codes: readonly string[]): boolean {
  if (Array.isArray(value)) {
    return value.some((code) => typeof code === 'string' && codes.includes(code));
  }
  const text = textAnswer(value);
  return text !== undefined && codes.includes(text);
}
