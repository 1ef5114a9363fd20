import type { KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { isMissing } from '#shared/forms/answers.ts';
import { stepOf } from './enter-step.ts';
import { focusedField, focusQuestion, moveFocus } from './focus-order.ts';
import type { FormLook } from './form-look.ts';
import { chooseFormLook } from './form-look.ts';
import { nextMissing } from './missing-texts.ts';
import { correctionOf } from './warned.ts';
import type { OpenForm } from './use-open-form.ts';

type Press = KeyboardEvent<HTMLFormElement>;

/** What keys do anywhere on a form; letters by their place on the keyboard, so that they work under a Persian layout. */
export function useFormKeys(
  { session, setup, acts }: OpenForm,
  look: FormLook,
  onFinish: (way: 'main' | 'other') => void,
): (event: Press) => void {
  function finish(event: Press): void {
    event.preventDefault();
    settleFocus();
    onFinish(event.shiftKey ? 'other' : 'main');
  }
  function changeLook(event: Press, change: Partial<FormLook>): void {
    event.preventDefault();
    flushSync(() => chooseFormLook(change));
  }
  function cycleMissing(event: Press): void {
    const root = event.currentTarget;
    const name = focusedField(root);
    if (name === undefined || setup.form.fields[name]?.answeredBy !== 'respondent') return;
    event.preventDefault();
    const value = session.current().answers[name];
    const missing = nextMissing(isMissing(value) ? value.missing : undefined);
    flushSync(() => acts.answer(name, missing && { missing }));
    focusQuestion(root, name);
  }
  function correctFirst(event: Press): void {
    const offered = correctionOf(session.status.noticed);
    if (offered === undefined) return;
    event.preventDefault();
    flushSync(() => acts.correct(offered));
  }
  function goOn(event: Press): void {
    const step = stepOf(event);
    if (step === undefined) return;
    event.preventDefault();
    const root = event.currentTarget;
    // A choice made by this very Enter is on the screen only after React's own microtask, and may show or hide the next
    // question; a later task would let fast fingers type into the field that is left.
    queueMicrotask(() => moveFocus(root, step));
  }

  return (event) => {
    if (event.key === 'F4') cycleMissing(event);
    else if (event.key === 'F8') correctFirst(event);
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) finish(event);
    else if (event.altKey && event.code === 'KeyM') {
      changeLook(event, { showsOptional: !look.showsOptional });
    } else if (event.altKey && event.code === 'KeyH') {
      changeLook(event, { showsHints: !look.showsHints });
    } else goOn(event);
  };
}

/** Leaves the field, so that a choice that is only marked in its list is taken. */
function settleFocus(): void {
  const at = document.activeElement;
  if (at instanceof HTMLElement) flushSync(() => at.blur());
}
