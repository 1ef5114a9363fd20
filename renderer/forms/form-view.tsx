import { useLingui } from '@lingui/react/macro';
import { plural } from '@lingui/core/macro';
import type { JSX, KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { isMissing } from '#shared/forms/answers.ts';
import { Button } from '../ui/button.tsx';
import { KeyHint } from '../ui/key-hint.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { focusedField, focusQuestion, moveFocus } from './focus-order.ts';
import css from './form-view.module.css';
import { FormAidContext } from './form-aid.ts';
import type { FormAid } from './form-aid.ts';
import { nextMissing } from './missing-texts.ts';
import { Question } from './question.tsx';
import { stepOf } from './enter-step.ts';
import { setShowsOptional, useShowsOptional } from './optional-store.ts';
import type { OpenForm } from './use-open-form.ts';
import { useQuestions } from './use-questions.ts';

interface FormViewProps {
  readonly open: OpenForm;
  readonly aid: FormAid;
  /** Ctrl+Enter, and with Shift the second way to finish. */
  readonly onFinish: (way: 'main' | 'other') => void;
}

/** Any form: its questions one below the other under their headings, answered with the keyboard alone. */
export function FormView({ open, aid, onFinish }: FormViewProps): JSX.Element {
  const { t } = useLingui();
  const showsOptional = useShowsOptional();
  const { sections, foldedCount } = useQuestions(open, showsOptional);
  const { rootRef, session, setup, acts } = open;

  function press(event: KeyboardEvent<HTMLFormElement>): void {
    if (event.key === 'F4') cycleMissing(event);
    else if (event.altKey && event.code === 'KeyM') unfold(event);
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      settleFocus();
      onFinish(event.shiftKey ? 'other' : 'main');
    } else {
      const step = stepOf(event);
      if (step === undefined) return;
      event.preventDefault();
      const root = event.currentTarget;
      // A choice made by this very Enter is on the screen only after the event, and may show or hide the next question.
      setTimeout(() => moveFocus(root, step));
    }
  }
  function cycleMissing(event: KeyboardEvent<HTMLFormElement>): void {
    const root = event.currentTarget;
    const name = focusedField(root);
    if (name === undefined || setup.form.fields[name]?.answeredBy !== 'respondent') return;
    event.preventDefault();
    const value = session.current().answers[name];
    const missing = nextMissing(isMissing(value) ? value.missing : undefined);
    flushSync(() => acts.answer(name, missing && { missing }));
    focusQuestion(root, name);
  }
  function unfold(event: KeyboardEvent<HTMLFormElement>): void {
    event.preventDefault();
    flushSync(() => setShowsOptional(!showsOptional));
  }

  return (
    <FormAidContext value={aid}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the fields inside take the keys */}
      <form
        ref={rootRef}
        noValidate
        className={css['form']}
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={press}
      >
        <ErrorSummary open={open} />
        {sections.map(({ section, title, questions }) => (
          <section key={section} aria-labelledby={`section-${section}`} className={css['section']}>
            <h2 id={`section-${section}`} className={css['heading']}>
              {title}
            </h2>
            {questions.map((question) => (
              <Question key={question.name} question={question} acts={acts} />
            ))}
          </section>
        ))}
        {(foldedCount > 0 || (setup.folds && showsOptional)) && (
          <div className={css['more']}>
            <Button
              kind="quiet"
              icon={showsOptional ? 'remove' : 'add'}
              aria-expanded={showsOptional}
              onClick={() => setShowsOptional(!showsOptional)}
            >
              {showsOptional
                ? t`Fewer questions`
                : t`${plural(foldedCount, { one: '# more question, optional', other: '# more questions, optional' })}`}
            </Button>
            <KeyHint keys="Alt+M" />
          </div>
        )}
      </form>
    </FormAidContext>
  );
}

/** Leaves the field, so that a choice that is only marked in its list is taken. */
function settleFocus(): void {
  const at = document.activeElement;
  if (at instanceof HTMLElement) flushSync(() => at.blur());
}
