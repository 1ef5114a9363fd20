import type { JSX, ReactNode } from 'react';
import css from './row-list.module.css';

/** Rows of a card, with a line between them. */
export function RowList({ children }: { readonly children: ReactNode }): JSX.Element {
  return <ul className={css['list']}>{children}</ul>;
}

interface RowProps {
  readonly title: ReactNode;
  readonly note?: ReactNode;
  /** A badge at the start of the row. */
  readonly mark?: ReactNode;
  /** What a person can do with it, at the end of the row. */
  readonly actions?: ReactNode;
  /** More under the words: a progress bar, a quotation. */
  readonly children?: ReactNode;
}

export function Row({ title, note, mark, actions, children }: RowProps): JSX.Element {
  return (
    <li className={css['row']}>
      {mark}
      <div className={css['words']}>
        <p className={css['title']}>{title}</p>
        {note !== undefined && <p className={css['note']}>{note}</p>}
        {children}
      </div>
      {actions !== undefined && <div className={css['actions']}>{actions}</div>}
    </li>
  );
}
