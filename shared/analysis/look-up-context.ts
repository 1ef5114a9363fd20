import type { PlainDate } from '../core/plain-date.ts';
import type { AnswerContext } from '../forms/context.ts';

/** A context of no record: of it only the registers are asked, for units and currencies. */
export function lookUpContext(item: AnswerContext['item']): AnswerContext {
  return {
    answers: {},
    siblings: [],
    item,
    today: '1970-01-01' as PlainDate,
    flags: [],
    references: {},
    insideAdmin1: () => undefined,
  };
}
