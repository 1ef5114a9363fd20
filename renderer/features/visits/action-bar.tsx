import { useLingui } from '@lingui/react/macro';
import type { JSX, ReactNode } from 'react';
import { Icon } from '../../ui/icons.tsx';
import css from './visits.module.css';

interface ActionBarProps {
  /** Whether what was typed could not be saved yet. */
  readonly isFailing: boolean;
  readonly children: ReactNode;
}

/** What can be done with the form, always in sight below it; and a word where it is not safe to leave. */
export function ActionBar({ isFailing, children }: ActionBarProps): JSX.Element {
  const { t } = useLingui();
  return (
    <div className={css['actionBar']}>
      <div className={css['actions']}>{children}</div>
      {isFailing && (
        <p className={css['savingFailed']}>
          <Icon name="error" />
          {t`Not saved yet: stay on this page, it is tried again`}
        </p>
      )}
    </div>
  );
}
