import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { Icon } from '../../../ui/icons.tsx';
import { joinClasses } from '../../../ui/join-classes.ts';
import type { GridColumn } from './grid-columns.ts';
import { useGridState, useGridTools } from './grid-context.ts';
import css from './grid.module.css';

interface GridHeadProps {
  readonly onPin: (column: string) => void;
}

/** The names of the columns, each with the pin that lets new rows take its answer over from the row before. */
export function GridHead({ onPin }: GridHeadProps): JSX.Element {
  const { t } = useLingui();
  const { session } = useGridTools();
  const { columns } = session;
  const names = columns.map((column, place) => (
    <HeadCell key={column.name} column={column} place={place} onPin={onPin} />
  ));
  return (
    <div role="rowgroup" className={css['head']}>
      <div role="row" aria-rowindex={1} className={css['headRow']}>
        <div role="presentation" className={css['starts']}>
          <div
            role="columnheader"
            aria-colindex={1}
            className={joinClasses(css['cell'], css['numberCell'])}
          >
            {t`Row`}
          </div>
          {names[0]}
        </div>
        {names.slice(1)}
        <div role="presentation" className={css['ends']}>
          <div
            role="columnheader"
            aria-colindex={columns.length + 2}
            className={joinClasses(css['cell'], css['figureCell'])}
          >
            {t`Per unit`}
          </div>
          <div
            role="columnheader"
            aria-colindex={columns.length + 3}
            className={joinClasses(css['cell'], css['stateCell'])}
          >
            {t`State`}
          </div>
        </div>
      </div>
    </div>
  );
}

interface HeadCellProps extends GridHeadProps {
  readonly column: GridColumn;
  readonly place: number;
}

function HeadCell({ column, place, onPin }: HeadCellProps): JSX.Element {
  const { t } = useLingui();
  const { labelOf, questionOf } = useGridTools();
  const isPinned = useGridState((state) => state.pins.has(column.name));
  const label = labelOf(column);
  return (
    <div role="columnheader" aria-colindex={place + 2} className={css['cell']}>
      <span className={css['headLabel']} title={questionOf(column)}>
        {label}
      </span>
      <button
        type="button"
        tabIndex={-1}
        aria-pressed={isPinned}
        aria-label={t`Keep “${label}” from row to row`}
        title={t`Keep from row to row (Alt+P)`}
        className={joinClasses(css['pin'], isPinned && css['pinned'])}
        onClick={() => onPin(column.name)}
      >
        <Icon name="keep" />
      </button>
    </div>
  );
}
