import { useLingui } from '@lingui/react/macro';
import type { JSX, ReactNode } from 'react';
import { useWindowTitle } from './use-window-title.ts';
import css from './welcome.module.css';

interface WelcomeProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

/** A screen of its own in the middle of the window: what comes before the work itself. */
export function Welcome({ title, note, children }: WelcomeProps): JSX.Element {
  const { t } = useLingui();
  useWindowTitle(title);
  return (
    <main className={css['screen']}>
      <div className={css['panel']}>
        <p className={css['product']}>{t`Bazarnegar`}</p>
        <h1 className={css['title']}>{title}</h1>
        {note !== undefined && <p className={css['note']}>{note}</p>}
        <div className={css['body']}>{children}</div>
      </div>
    </main>
  );
}
