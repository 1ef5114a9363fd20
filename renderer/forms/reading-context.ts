import type { PlainDate } from '#shared/core/plain-date.ts';
import type { Answers } from '#shared/forms/answers.ts';
import type { AnswerContext } from '#shared/forms/context.ts';
import type { Registers } from './registers.ts';

/** A context for reading a finished record: its answers, its visit and the registers; nothing is checked in it. */
export function readingContext(
  answers: Answers,
  visit: Answers | undefined,
  registers: Registers,
): AnswerContext {
  return {
    answers,
    ...(visit === undefined ? {} : { visit }),
    siblings: [],
    item: registers.item,
    today: '1970-01-01' as PlainDate,
    flags: [],
    references: {},
    insideAdmin1: () => undefined,
  };
}
