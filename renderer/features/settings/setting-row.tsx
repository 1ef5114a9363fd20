import type { JSX, ReactNode } from 'react';
import css from './setting-row.module.css';

interface SettingRowProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** A fact of the settings: its name at the start, its value beside it. */
export function SettingRow({ label, children }: SettingRowProps): JSX.Element {
  return (
    <div className={css['row']}>
      <dt className={css['label']}>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Facts one below the other. */
export function SettingRows({ children }: { readonly children: ReactNode }): JSX.Element {
  return <dl className={css['rows']}>{children}</dl>;
}
