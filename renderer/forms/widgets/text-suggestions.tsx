import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import css from './widgets.module.css';
import { DataText } from '../../ui/data-text.tsx';

interface TextSuggestionsProps {
  readonly texts: readonly string[];
  readonly onChoose: (text: string) => void;
}

const MAX_SHOWN = 4;

/** Texts given before, to take with one press; from the field they are reached with Tab and left again with Enter. */
export function TextSuggestions({ texts, onChoose }: TextSuggestionsProps): JSX.Element | null {
  const { t } = useLingui();
  if (texts.length === 0) return null;
  return (
    <fieldset aria-label={t`Given before`} className={css['suggestions']}>
      <span className={css['suggestionsTitle']}>{t`Given before`}</span>
      {texts.slice(0, MAX_SHOWN).map((text) => (
        <button
          key={text}
          type="button"
          className={css['suggestion']}
          onClick={() => onChoose(text)}
        >
          <DataText>{text}</DataText>
        </button>
      ))}
    </fieldset>
  );
}
