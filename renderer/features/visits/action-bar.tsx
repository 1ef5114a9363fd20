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
  const isFailed = saving.kind === 'failed';
  return (
    <div className={css['actionBar']}>
      <div className={css['actions']}>{children}</div>
      <p className={joinClasses(css['saving'], isFailed && css['savingFailed'])}>
        <Icon name={isFailed ? 'error' : 'disk'} />
        {isFailed
          ? t`Not saved yet: stay on this page, it is tried again`
          : t`What you type is saved by itself`}
      </p>
    </div>
  );
}
