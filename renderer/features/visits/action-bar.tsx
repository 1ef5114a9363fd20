import { useLingui } from '@lingui/react/macro';
import type { JSX, ReactNode } from 'react';
import type { AutosaveState } from '../../forms/autosave.ts';
import { Icon } from '../../ui/icons.tsx';
import { joinClasses } from '../../ui/join-classes.ts';
import css from './visits.module.css';

interface ActionBarProps {
  readonly saving: AutosaveState;
  readonly children: ReactNode;
}

/** What can be done with the form, always in sight below it, and whether it is safe to leave. */
export function ActionBar({ saving, children }: ActionBarProps): JSX.Element {
  const { t } = useLingui();
  const texts: Readonly<Record<AutosaveState['kind'], string>> = {
    saved: t`Everything is saved on this laptop`,
    waiting: t`Saving …`,
    saving: t`Saving …`,
    failed: t`Not saved yet; it is tried again`,
  };
  const isFailed = saving.kind === 'failed';
  return (
    <div className={css['actionBar']}>
      <div className={css['actions']}>{children}</div>
      <p className={joinClasses(css['saving'], isFailed && css['savingFailed'])}>
        <Icon name={saving.kind === 'saved' ? 'check' : isFailed ? 'error' : 'disk'} />
        {texts[saving.kind]}
      </p>
    </div>
  );
}
