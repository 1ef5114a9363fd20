import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import type { MissingReason } from '#shared/forms/answers.ts';
import { missingReasons } from '#shared/forms/answers.ts';
import { missingTexts } from './missing-texts.ts';
import css from './question.module.css';

interface MissingChoicesProps {
  readonly label: string;
  readonly value: MissingReason | undefined;
  readonly onChange: (value: MissingReason | undefined) => void;
}

/** "Does not know" and "would not say" at the end of a question's line; by keyboard F4, so that Tab goes from answer to answer. */
export function MissingChoices({ label, value, onChange }: MissingChoicesProps): JSX.Element {
  const { i18n } = useLingui();
  return (
    <span className={css['missingChoices']}>
      {missingReasons.map((reason) => (
        <button
          key={reason}
          type="button"
          tabIndex={-1}
          aria-pressed={reason === value}
          aria-label={`${label}: ${i18n._(missingTexts[reason])}`}
          aria-keyshortcuts="F4"
          title={`${i18n._(missingTexts[reason])} (F4)`}
          className={css['missingChoice']}
          onClick={() => onChange(reason === value ? undefined : reason)}
        >
          {i18n._(missingTexts[reason])}
        </button>
      ))}
    </span>
  );
}
