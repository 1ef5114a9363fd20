import type { JSX } from 'react';
import { ErrorSummary } from './error-summary.tsx';
import type { FormAid } from './form-aid.ts';
import { FormAidContext } from './form-aid.ts';
import { FormFoot } from './form-foot.tsx';
import { useFormLook } from './form-look.ts';
import css from './form-view.module.css';
import { KeyLegend, useFormKeyHints } from './key-legend.tsx';
import { Question } from './question.tsx';
import { useFormKeys } from './use-form-keys.ts';
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
  const look = useFormLook();
  const { sections, foldedCount } = useQuestions(open, look);
  const press = useFormKeys(open, look, onFinish);
  const { rootRef, setup, acts } = open;
  useFormKeyHints();
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
        {look.showsHints && <KeyLegend />}
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
        <FormFoot foldedCount={foldedCount} folds={setup.folds} />
      </form>
    </FormAidContext>
  );
}
