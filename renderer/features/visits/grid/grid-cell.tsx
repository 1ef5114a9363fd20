import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useFormat } from '../../../i18n/use-format.ts';
import { joinClasses } from '../../../ui/join-classes.ts';
import { CellEditor } from './cell-editor.tsx';
import { CellView } from './cell-view.tsx';
import type { GridColumn } from './grid-columns.ts';
import { useGridTools } from './grid-context.ts';
import type { GridRow } from './grid-row.ts';
import { remarkOf } from './grid-row.ts';
import css from './grid.module.css';
import { cellLook, cellText } from './row-cells.ts';
import { useLastPrice } from './use-last-price.ts';

interface GridCellProps {
  readonly row: GridRow;
  readonly number: number;
  readonly column: GridColumn;
  readonly place: number;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  /** Whether a supervisor said something of it. */
  readonly isCommented: boolean;
  /** Its editor begins anew with each. */
  readonly epoch: number;
}

/** One cell: read, or with the live field in it. */
export function GridCell(props: GridCellProps): JSX.Element {
  const { row, number, column, place, isActive, isSelected, isCommented, epoch } = props;
  const { t } = useLingui();
  const format = useFormat();
  const { session, reader, labelOf } = useGridTools();
  const look = cellLook(row, session.reader, column);
  const isRemarked = look !== 'off' && remarkOf(row, column.name).trim() !== '';
  const last = useLastPrice(row, column);
  const isEdited = isActive && !row.isLocked && look !== 'off';
  return (
    <div
      role="gridcell"
      aria-colindex={place + 2}
      aria-selected={isActive || isSelected}
      tabIndex={isActive && !isEdited ? 0 : -1}
      data-column={column.name}
      data-active={isActive || undefined}
      className={joinClasses(
        css['cell'],
        css[`${look}Cell`],
        isActive && css['active'],
        isEdited && css['edited'],
        isSelected && css['selected'],
        isRemarked && css['remarked'],
        isCommented && css['commented'],
      )}
    >
      {isEdited ? (
        <CellEditor
          key={epoch}
          row={row}
          column={column}
          label={t`${labelOf(column)}, row ${format.number(number)}`}
        />
      ) : (
        <CellView
          text={cellText(row, column, reader)}
          last={last}
          look={look}
          isNumber={column.field.kind === 'decimal'}
          width={column.width}
          isCommented={isCommented}
          isRemarked={isRemarked}
        />
      )}
    </div>
  );
}
