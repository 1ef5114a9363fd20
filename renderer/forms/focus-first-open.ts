import { isGiven } from '#shared/forms/answers.ts';
import { focusQuestion } from './focus-order.ts';
import type { OpenForm } from './use-open-form.ts';

/** Puts the focus where the person goes on: the first shown question without an answer, required ones first. */
export function focusFirstOpen({ rootRef, session, setup }: OpenForm): void {
  const root = rootRef.current;
  if (!root) return;
  const { answers, raw } = session.content;
  const open = Object.entries(setup.form.fields).filter(
    ([name, field]) =>
      session.status.shown.has(name) &&
      field.answeredBy !== 'app' &&
      (raw[name] !== undefined || !isGiven(answers[name])),
  );
  const next =
    open.find(([name]) => raw[name] !== undefined) ??
    open.find(([, field]) => field.required) ??
    open[0];
  if (next) focusQuestion(root, next[0]);
}
