import { raisedFlags } from '#shared/forms/check-record.ts';
import type { AnswerValue, Answers } from '#shared/forms/answers.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import type { FormContext } from '#shared/forms/context.ts';
import type { Form } from '#shared/forms/define-form.ts';
import type { Field } from '#shared/forms/field.ts';
import { dropHidden, shownFields } from '#shared/forms/hidden-answers.ts';
import { initialAnswers } from '#shared/forms/initial-answers.ts';
import { resolveOperand } from '#shared/forms/resolve-operand.ts';
import type { FormContent } from './form-content.ts';

/**
 * What a form remembers while it is open, beside its content. `parked`: answers of questions that were hidden by another
 * answer, given back when they are shown again, so that a slip of the finger costs nothing. `offered`: the initial value
 * last put into a field; one the person empties is not filled again with the same.
 */
export interface FormMemory {
  readonly parked: Answers;
  readonly offered: Answers;
}

export interface Settled {
  readonly content: FormContent;
  readonly memory: FormMemory;
}

export const freshMemory: FormMemory = { parked: {}, offered: {} };

/** The context with the flags that these answers raise. */
export function flagged(form: Form, answers: Answers, context: FormContext): FormContext {
  return { ...context, flags: raisedFlags(form, answers, context) };
}

/**
 * Brings the content in order after a change: hidden questions lose their answers, a choice that does not belong to its
 * parent any more is emptied (a province of the other country), initial values are offered. The same in, the same out.
 */
export function settleContent(
  form: Form,
  { content, memory }: Settled,
  context: FormContext,
): Settled {
  let round: Round = { answers: content.answers, ...memory };
  // Each round either changes nothing and ends it, or settles a question that depends on another one.
  for (let left = Object.keys(form.fields).length; left > 0; left--) {
    const next = settleOnce(form, round, context);
    const isSettled = sameAnswers(round.answers, next.answers);
    round = next;
    if (isSettled) break;
  }
  const { answers, parked, offered } = round;
  const shown = new Set(shownFields(form, answers, flagged(form, answers, context)));
  return {
    content: { ...content, answers, raw: onlyShown(content.raw, shown) },
    memory: { parked: pickAbsent(parked, answers), offered },
  };
}

interface Round extends FormMemory {
  readonly answers: Answers;
}

function settleOnce(form: Form, round: Round, context: FormContext): Round {
  const own = withoutStrangers(form, round.answers, context);
  const kept = dropHidden(form, own, flagged(form, own, context));
  const parked = { ...round.parked, ...pickAbsent(own, kept) };
  const shown = shownFields(form, kept, flagged(form, kept, context));
  const answers = { ...kept, ...returning(parked, kept, shown) };
  const offers = newOffers(form, answers, round.offered, context);
  return { answers: { ...answers, ...offers }, parked, offered: { ...round.offered, ...offers } };
}

/** The memory of a draft that was saved before: what it leaves empty was left empty by its author. */
export function reopenedMemory(form: Form, answers: Answers, context: FormContext): FormMemory {
  return { parked: {}, offered: initialAnswers(form, answers, context) };
}

function withoutStrangers(form: Form, answers: Answers, context: FormContext): Answers {
  const strangers = Object.entries(form.fields)
    .filter(([name, field]) => isStranger(name, field, answers, context))
    .map(([name]) => name);
  return strangers.length === 0
    ? answers
    : pickAbsent(answers, Object.fromEntries(strangers.map((name) => [name, answers[name]])));
}

/** The chosen item is known, and so is what it must match, and they differ. */
function isStranger(name: string, field: Field, answers: Answers, context: FormContext): boolean {
  const code = textAnswer(answers[name]);
  if (code === undefined || !('choices' in field) || !('register' in field.choices)) return false;
  const item = context.item(field.choices.register, code);
  return (field.constraints ?? []).some((constraint) => {
    if (constraint.rule !== 'item_matches' || item === undefined) return false;
    const expected = resolveOperand(constraint.to, { ...context, answers });
    const actual = textAnswer(item[constraint.property]);
    return expected !== undefined && actual !== undefined && expected !== actual;
  });
}

function newOffers(form: Form, answers: Answers, offered: Answers, context: FormContext): Answers {
  const untouched = new Set(
    Object.keys(offered).filter(
      (name) => answers[name] !== undefined && answers[name] === offered[name],
    ),
  );
  const open = Object.fromEntries(Object.entries(answers).filter(([name]) => !untouched.has(name)));
  const shown = new Set(shownFields(form, answers, flagged(form, answers, context)));
  return Object.fromEntries(
    Object.entries(initialAnswers(form, open, context)).filter(
      ([name, value]) => shown.has(name) && offered[name] !== value,
    ),
  );
}

function returning(parked: Answers, answers: Answers, shown: readonly string[]): Answers {
  const back = shown.filter((name) => answers[name] === undefined && parked[name] !== undefined);
  return Object.fromEntries(back.map((name) => [name, parked[name]]));
}

function pickAbsent(from: Answers, present: Answers): Record<string, AnswerValue | undefined> {
  return Object.fromEntries(Object.entries(from).filter(([name]) => present[name] === undefined));
}

function onlyShown<T>(
  byField: Readonly<Record<string, T>>,
  shown: ReadonlySet<string>,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(byField).filter(([name]) => shown.has(name)));
}

function sameAnswers(a: Answers, b: Answers): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => a[name] === b[name]);
}
