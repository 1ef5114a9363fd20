import type { JSX, ReactNode } from 'react';
import { useId } from 'react';
import css from './card.module.css';

interface CardProps {
  readonly title?: ReactNode;
  /** A line under the title. */
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

export function Card({ title, note, actions, children }: CardProps): JSX.Element {
  const id = useId();
  const hasHead = title !== undefined || actions !== undefined;
  return (
    <section className={css['card']} aria-labelledby={title === undefined ? undefined : id}>
      {hasHead && (
        <div className={css['head']}>
          <div>
            {title !== undefined && <h2 id={id}>{title}</h2>}
            {note !== undefined && <p className={css['note']}>{note}</p>}
          </div>
          {actions !== undefined && <div className={css['actions']}>{actions}</div>}
        </div>
      )}
      {children}
    </section>
  );
}
