import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useRecoveryOffer } from '../../services/use-recovery-offer.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import css from './secret.module.css';

const SHOWN_ENDS = 8;

/** Keys that the secretariat offers, to be compared and taken. */
export function RecoveryOffer({
  onTake,
}: {
  readonly onTake: (recipients: readonly string[]) => void;
}): JSX.Element | null {
  const { t } = useLingui();
  const offered = useRecoveryOffer();
  if (!offered) return null;
  return (
    <Notice
      tone="warn"
      title={t`The secretariat offers recovery keys`}
      action={<Button onClick={() => onTake(offered)}>{t`Take these keys`}</Button>}
    >
      <p>
        {t`If your words are lost, whoever holds one of these keys can still open your work, and your laptop with it. Compare their beginnings and ends with what you were told.`}
      </p>
      <ul className={css['keys']}>
        {offered.map((key) => (
          <li key={key}>
            <code dir="ltr">{`${key.slice(0, SHOWN_ENDS + 4)} … ${key.slice(-SHOWN_ENDS)}`}</code>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
