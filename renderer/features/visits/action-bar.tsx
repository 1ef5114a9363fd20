import { useLingui } from '@lingui/react/macro';
import type { JSX, ReactNode } from 'react';
import type { AutosaveState } from '../../forms/autosave.ts';
import { Icon } from '../../ui/icons.tsx';
import css from './visits.module.css';

interface ActionBarProps {
  readonly saving: AutosaveState;
  readonly children: ReactNode;
}

/** What can be done with the form, always in sight below it; and a word where it is not safe to leave. */
export function ActionBar({ saving, children }: ActionBarProps): JSX.Element {
  const { t } = useLingui();
  return (
    <div className={css['actionBar']}>
      <div className={css['actions']}>{children}</div>
      {saving.kind === 'failed' && (
        <p className={css['savingFailed']}>
          <Icon name="error" />
          {t`Not saved yet: stay on this page, it is tried again`}
        </p>
      )}
    </div>
  );
}
