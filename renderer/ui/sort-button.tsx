import type { JSX } from 'react';
import { Icon } from './icons.tsx';
import css from './sort-button.module.css';

export interface SortOrder {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

interface SortButtonProps {
  readonly column: string;
  readonly label: string;
  readonly sort: SortOrder | undefined;
  readonly onSort: (sort: SortOrder) => void;
}

/** A column's head that sorts by it; a second press turns the order round. */
export function SortButton({ column, label, sort, onSort }: SortButtonProps): JSX.Element {
  const current = sort?.column === column ? sort.direction : undefined;
  return (
    <button
      type="button"
      className={css['button']}
      onClick={() =>
        onSort({ column, direction: current === 'ascending' ? 'descending' : 'ascending' })
      }
    >
      {label}
      <span className={css[current ?? 'unsorted']}>
        <Icon name="chevron-down" />
      </span>
    </button>
  );
}
