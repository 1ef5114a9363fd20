import { useEffect, useMemo, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { FormActs, FormSurroundings } from './form-acts.ts';
import { createFormActs } from './form-acts.ts';
import type { FormContent } from './form-content.ts';
import type { FormStatus } from './form-status.ts';
import { readStatus } from './form-status.ts';
import type { Settled } from './settle-content.ts';
import { freshMemory, reopenedMemory, settleContent } from './settle-content.ts';

export interface FormSession {
  readonly content: FormContent;
  readonly status: FormStatus;
  readonly acts: FormActs;
  /** The content as it is at this moment, also within the event that changed it. */
  readonly current: () => FormContent;
}

interface SessionSetup extends FormSurroundings {
  readonly initial: FormContent;
  /** Whether the content was typed before: what it leaves empty then stays empty. */
  readonly isReopened: boolean;
}

/** Holds a form's content while it is open. */
export function useFormSession(setup: SessionSetup): FormSession {
  const { form, context, onChange } = setup;
  const [start] = useState(() => startOf(setup));
  const { control, getValues, setValue } = useForm<FormContent>({ defaultValues: start.content });
  const [acts] = useState(() => {
    function write(content: FormContent): void {
      for (const part of ['answers', 'raw', 'reasons', 'carried', 'warned', 'remarks'] as const) {
        setValue(part, content[part]);
      }
    }
    const { memory } = start;
    return createFormActs({ read: getValues, write }, { form, context, onChange, memory });
  });
  useEffect(() => acts.follow({ form, context, onChange }), [acts, form, context, onChange]);
  // The values are complete from the start, so none of those watched is ever absent.
  const content = useWatch({ control }) as FormContent;
  const status = useMemo(() => readStatus(form, content, context), [form, content, context]);
  return { content, status, acts, current: getValues };
}

function startOf({ form, initial, isReopened, context }: SessionSetup): Settled {
  const memory = isReopened ? reopenedMemory(form, initial.answers, context) : freshMemory;
  return settleContent(form, { content: initial, memory }, context);
}
