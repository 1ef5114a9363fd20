import { useLingui } from '@lingui/react/macro';
import { plural } from '@lingui/core/macro';
import type { JSX } from 'react';
import { Button } from '../ui/button.tsx';
import { KeyHint } from '../ui/key-hint.tsx';
import { chooseFormLook, useFormLook } from './form-look.ts';
import css from './form-view.module.css';

interface FormFootProps {
  readonly folds: boolean;
  readonly foldedCount: number;
}

/** After the questions: more of them, and whether they are explained. */
export function FormFoot({ folds, foldedCount }: FormFootProps): JSX.Element {
  const { t } = useLingui();
  const { showsOptional, showsHints } = useFormLook();
  return (
    <div className={css['foot']}>
      {folds && (foldedCount > 0 || showsOptional) && (
        <Button
          kind="quiet"
          icon={showsOptional ? 'remove' : 'add'}
          aria-expanded={showsOptional}
          onClick={() => chooseFormLook({ showsOptional: !showsOptional })}
        >
          {showsOptional
            ? t`Fewer questions`
            : t`${plural(foldedCount, { one: '# more question, optional', other: '# more questions, optional' })}`}
          <KeyHint keys="Alt+M" />
        </Button>
      )}
      <Button
        kind="quiet"
        icon="info"
        aria-pressed={showsHints}
        onClick={() => chooseFormLook({ showsHints: !showsHints })}
      >
        {showsHints ? t`Hide explanations` : t`Show explanations`}
        <KeyHint keys="Alt+H" />
      </Button>
    </div>
  );
}
