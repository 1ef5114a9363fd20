import type { JSX, ReactNode } from 'react';
import { Figure } from './figure.tsx';
import { joinClasses } from './join-classes.ts';
import css from './stat-grid.module.css';

export interface Stat {
  readonly label: string;
  readonly value: ReactNode;
  readonly note?: ReactNode;
  readonly tone?: 'ok' | 'warn' | 'error' | undefined;
}

/** A few big figures side by side. */
export function StatGrid({ stats }: { readonly stats: readonly Stat[] }): JSX.Element {
  return (
    <dl className={css['grid']}>
      {stats.map(({ label, value, note, tone }) => (
        <div key={label} className={css['stat']}>
          <dt>{label}</dt>
          <dd className={joinClasses(css['value'], tone && css[tone])}>
            <Figure>{value}</Figure>
          </dd>
          {note !== undefined && <dd className={css['note']}>{note}</dd>}
        </div>
      ))}
    </dl>
  );
}
