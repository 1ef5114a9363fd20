import { useEffect, useRef, useState } from 'react';
import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import type { AnswerValue, Answers } from '#shared/forms/answers.ts';
import type { FormContext } from '#shared/forms/context.ts';
import type { Form } from '#shared/forms/define-form.ts';
import type { FormId } from '#shared/forms/definitions/catalogue.ts';
import type { Warning } from '#shared/records/warning.ts';
import { afterPointer } from '../ui/after-pointer.ts';
import type { ComboboxOption } from '../ui/combobox-search.ts';
import type { Autosave } from './autosave.ts';
import { moveFocus } from './focus-order.ts';
import type { FormContent } from './form-content.ts';
import type { Issue } from './form-status.ts';
import { issuesOf, keptReasons, keptRemarks, readStatus } from './form-status.ts';
import { keptWarnings } from './warned.ts';
import type { FieldNote } from './question-model.ts';
import type { QuestionActs } from './question-acts.ts';
import type { Registers } from './registers.ts';
import { useAutosave } from './use-autosave.ts';
import type { FormSession } from './use-form-session.ts';
import { useFormSession } from './use-form-session.ts';

/** The form to open and everything around it. */
export interface OpenFormSetup {
  readonly formId: FormId;
  readonly form: Form;
  readonly initial: FormContent;
  readonly isReopened: boolean;
  readonly context: FormContext;
  readonly registers: Registers;
  /** Other records of the visit that a field may point to. */
  readonly records: readonly ComboboxOption[];
  readonly notes: Readonly<Record<string, readonly FieldNote[]>>;
  /** What follows from answers, by field. */
  readonly told?: Readonly<Record<string, string>> | undefined;
  /** Whether optional questions wait behind one press until they are wanted. */
  readonly folds: boolean;
  readonly onSave: (content: FormContent) => Promise<Result<unknown, Failure>>;
  /** What the app itself notes when the person finishes. */
  readonly captureAtFinish?: (() => Readonly<Record<string, AnswerValue>>) | undefined;
}

/** A finished form: the record's answers, why unusual ones were kept, and what was noticed on the way. */
export interface FinishedForm {
  readonly answers: Answers;
  readonly reasons: Readonly<Record<string, string>>;
  readonly warnings: readonly Warning[];
  /** What was noted on questions. */
  readonly remarks?: Readonly<Record<string, string>> | undefined;
}

/** What is looked at to show the questions of a form. */
export interface ShownForm {
  readonly setup: Pick<
    OpenFormSetup,
    'formId' | 'form' | 'context' | 'registers' | 'records' | 'notes' | 'told' | 'folds'
  >;
  readonly session: Pick<FormSession, 'content' | 'status'>;
  /** Questions the person has been at. */
  readonly left: ReadonlySet<string>;
  /** How often finishing was tried; what stands in its way is said from the first time on. */
  readonly attempts: number;
  readonly issues: readonly Issue[];
}

export interface OpenForm extends ShownForm {
  readonly setup: OpenFormSetup;
  readonly session: FormSession;
  readonly rootRef: React.RefObject<HTMLFormElement | null>;
  readonly acts: QuestionActs;
  readonly autosave: Autosave;
  readonly isFailing: boolean;
  /** The finished form, or undefined where something stands in the way: it is then on the screen. */
  readonly tryFinish: () => FinishedForm | undefined;
}

export function useOpenForm(setup: OpenFormSetup): OpenForm {
  const { form, context, initial, isReopened, onSave, captureAtFinish } = setup;
  const rootRef = useRef<HTMLFormElement>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [retyped, setRetyped] = useState<Readonly<Record<string, string>>>({});
  const [attempts, setAttempts] = useState(0);
  const { autosave, isFailing } = useAutosave();
  const session = useFormSession({ form, context, initial, isReopened, onChange: autosave.touch });
  const { acts: formActs, content, status, current } = session;
  useEffect(() => autosave.saveBy(() => onSave(current())), [autosave, onSave, current]);

  const [acts] = useState<QuestionActs>(() => ({
    answer: formActs.answer,
    giveReason: formActs.giveReason,
    remark: formActs.remark,
    retype: (field, text) => setRetyped((before) => ({ ...before, [field]: text })),
    correct: formActs.correct,
    leave: (field) =>
      afterPointer(() => {
        setLeft((before) => (before.has(field) ? before : new Set([...before, field])));
        formActs.notice();
      }),
    next: () => rootRef.current && moveFocus(rootRef.current, 1),
  }));

  function tryFinish(): FinishedForm | undefined {
    if (captureAtFinish) formActs.capture(captureAtFinish());
    const now = current();
    const found = readStatus(form, now, context);
    setAttempts((count) => count + 1);
    return issuesOf(form, now, found, retyped).length > 0
      ? undefined
      : {
          answers: found.record,
          reasons: keptReasons(now, found),
          remarks: keptRemarks(now),
          warnings: keptWarnings(now, found.noticed),
        };
  }
  const issues = attempts === 0 ? [] : issuesOf(form, content, status, retyped);
  return { setup, session, rootRef, acts, left, attempts, issues, autosave, isFailing, tryFinish };
}
