import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import type { MissingReason } from '#shared/forms/answers.ts';
import { Button } from '../ui/button.tsx';
import type { FieldFrame } from '../ui/field-shell.tsx';
import { FieldGroup } from '../ui/field-shell.tsx';
import { KeyHint } from '../ui/key-hint.tsx';
import { missingTexts } from './missing-texts.ts';
import css from './question.module.css';

interface MissingAnswerProps {
  readonly frame: FieldFrame;
  readonly reason: MissingReason;
  readonly onAnswerInstead: () => void;
}

/** Stands in place of the control while the answer is "does not know" or "would not say". */
export function MissingAnswer(props: MissingAnswerProps): JSX.Element {
  const { frame, reason, onAnswerInstead } = props;
  const { t, i18n } = useLingui();
  return (
    <FieldGroup {...frame}>
      {() => (
        <div className={css['missing']}>
          <span className={css['missingText']}>{i18n._(missingTexts[reason])}</span>
          <Button data-stop size="small" kind="quiet" onClick={onAnswerInstead}>
            {t`Answer after all`}
          </Button>
          <KeyHint keys="F4" />
        </div>
      )}
    </FieldGroup>
  );
}
