import type { AnswerValue } from '#shared/forms/answers.ts';
import type { FormContext, Noticed } from '#shared/forms/context.ts';
import type { Form } from '#shared/forms/define-form.ts';
import type { FormContent } from './form-content.ts';
import { without } from './form-content.ts';
import type { FormMemory } from './settle-content.ts';
import { corrected, withNoticed } from './warned.ts';
import { settleContent } from './settle-content.ts';

/** What a person does to a form. The object stays the same as long as the form is open. */
export interface FormActs {
  readonly answer: (field: string, value: AnswerValue | undefined, raw?: string) => void;
  readonly giveReason: (field: string, reason: string) => void;
  /** Puts the answers of a correction in place of those typed. */
  readonly correct: (noticed: Noticed) => void;
  /** Notes what is noticed about the answers as they stand, to be kept with the record. */
  readonly notice: () => void;
  /** Notes something on a question, whatever its answer. */
  readonly remark: (field: string, text: string) => void;
  /** Notes answers the app itself captures, such as the end of the visit. */
  readonly capture: (answers: Readonly<Record<string, AnswerValue>>) => void;
}

/** What changes answers are held against; given anew whenever it changes. */
export interface FormSurroundings {
  readonly form: Form;
  readonly context: FormContext;
  readonly onChange: () => void;
}

interface Holder {
  readonly read: () => FormContent;
  readonly write: (content: FormContent) => void;
}

/** Changes the content that `holder` holds, in order after every change. */
export function createFormActs(
  holder: Holder,
  first: FormSurroundings & { readonly memory: FormMemory },
): FormActs & { readonly follow: (surroundings: FormSurroundings) => void } {
  let { form, context, onChange }: FormSurroundings = first;
  let { memory } = first;

  function put(content: FormContent): void {
    holder.write(content);
    onChange();
  }
  function settle(content: FormContent): void {
    const settled = settleContent(form, { content, memory }, context);
    memory = settled.memory;
    put(settled.content);
  }
  return {
    answer(field, value, raw) {
      const before = holder.read();
      settle({
        ...before,
        answers: { ...before.answers, [field]: value },
        raw: raw === undefined ? without(before.raw, field) : { ...before.raw, [field]: raw },
        carried: before.carried.filter((name) => name !== field),
      });
    },
    giveReason(field, reason) {
      const before = holder.read();
      put({ ...before, reasons: { ...before.reasons, [field]: reason } });
    },
    correct(noticed) {
      settle(corrected(holder.read(), noticed));
    },
    notice() {
      const before = holder.read();
      const noticed = context.references.noticed?.({ ...context, answers: before.answers }) ?? [];
      const after = withNoticed(before, noticed);
      if (after !== before) put(after);
    },
    remark(field, text) {
      const before = holder.read();
      put({ ...before, remarks: { ...before.remarks, [field]: text } });
    },
    capture(answers) {
      const before = holder.read();
      settle({ ...before, answers: { ...before.answers, ...answers } });
    },
    follow(surroundings) {
      ({ form, context, onChange } = surroundings);
    },
  };
}
