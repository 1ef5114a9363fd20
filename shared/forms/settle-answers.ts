import type { Answers } from './answers.ts';
import { dropEmpty } from './answers.ts';
import { withCalculated } from './calculations/calculate.ts';
import type { FormContext } from './context.ts';
import type { Form } from './define-form.ts';
import { dropHidden } from './hidden-answers.ts';

/** What a record holds once it is finished: no empty and no hidden answers, calculated fields worked out. */
export function settleAnswers(form: Form, answers: Answers, context: FormContext): Answers {
  return withCalculated(form, dropHidden(form, dropEmpty(answers), context), context);
}
