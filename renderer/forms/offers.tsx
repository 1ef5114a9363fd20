import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import type { Noticed } from '#shared/forms/context.ts';
import { Button } from '../ui/button.tsx';
import { KeyHint } from '../ui/key-hint.tsx';
import css from './question.module.css';
import type { Offer } from './question-model.ts';

interface OffersProps {
  readonly offers: readonly Offer[];
  readonly onCorrect: (noticed: Noticed) => void;
}

/** What a price looks like, and the correction of each mistake at one press. */
export function Offers({ offers, onCorrect }: OffersProps): JSX.Element | null {
  const { t } = useLingui();
  if (offers.length === 0) return null;
  return (
    <ul className={css['offers']} aria-label={t`What this price looks like`} aria-live="polite">
      {offers.map(({ noticed, text, change }, place) => (
        <li key={noticed.name} className={css['offer']}>
          <span>{text}</span>
          {change !== '' && (
            <Button size="small" onClick={() => onCorrect(noticed)}>
              <bdi>{change}</bdi>
              {place === 0 && <KeyHint keys="F8" />}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
