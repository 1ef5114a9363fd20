import type { JSX } from 'react';
import { memo } from 'react';
import type { RecordId } from '#shared/core/ids.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { joinClasses } from '../../../ui/join-classes.ts';
import { useGridState, useGridTools } from './grid-context.ts';
import { GridCell } from './grid-cell.tsx';
import { selectedIn } from './grid-range.ts';
import css from './grid.module.css';
import { RowEndCells } from './row-end-cells.tsx';

interface GridRowViewProps {
  readonly id: RecordId;
  readonly index: number;
  readonly start: number;
}

/** One row; it is drawn again only when something of it changes. */
export const GridRowView = memo(function GridRowView(props: GridRowViewProps): JSX.Element | null {
  const { id, index, start } = props;
  const format = useFormat();
  const { columns } = useGridTools().session;
  const row = useGridState((state) => state.rows[id]);
  const active = useGridState((state) => (state.at?.row === id ? state.at.column : undefined));
  const epoch = useGridState((state) => (state.at?.row === id ? state.epoch : 0));
  const selected = useGridState((state) => selectedIn(state, id, columns));
  const talk = useGridState((state) => state.talk[id]);
  if (!row) return null;
  const cells = columns.map((column, place) => (
    <GridCell
      key={column.name}
      row={row}
      number={index + 1}
      column={column}
      place={place}
      epoch={epoch}
      isActive={active === column.name}
      isCommented={talk?.[column.name] !== undefined}
      isSelected={selected !== undefined && place >= selected.from && place <= selected.to}
    />
  ));
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      data-row={id}
      className={joinClasses(css['row'], active !== undefined && css['current'])}
      style={{ insetBlockStart: start }}
    >
      <div role="presentation" className={css['starts']}>
        <div
          role="rowheader"
          aria-colindex={1}
          className={joinClasses(css['cell'], css['numberCell'])}
        >
          {format.number(index + 1)}
        </div>
        {cells[0]}
      </div>
      {cells.slice(1)}
      <RowEndCells row={row} from={columns.length + 2} />
    </div>
  );
});
