import type { JSX, KeyboardEvent } from 'react';
import { useRef } from 'react';
import { RemarkField } from '../../../forms/remark-field.tsx';
import { useGridState, useGridTools } from './grid-context.ts';
import type { GridRow } from './grid-row.ts';
import { remarkOf } from './grid-row.ts';
import css from './grid.module.css';

interface CellRemarkProps {
  readonly row: GridRow;
  /** The keyboard comes back to the cell. */
  readonly onBack: () => void;
}

/** What the person notes on the question of the cell with the keyboard: there once it was written or asked for. */
export function CellRemark({ row, onBack }: CellRemarkProps): JSX.Element | null {
  const { session, labelOf } = useGridTools();
  const isAsked = useGridState(({ asksRemark }) => asksRemark);
  const current = useGridState(({ at }) => at?.column);
  const inputRef = useRef<HTMLInputElement>(null);
  const column = session.columns.find(({ name }) => name === current);
  if (!column || (!isAsked && remarkOf(row, column.name) === '')) return null;
  const label = labelOf(column);
  function press(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    onBack();
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the field inside takes the keys
    <fieldset
      key={column.name}
      disabled={row.isLocked}
      data-remark={column.name}
      className={css['remark']}
      onKeyDown={press}
    >
      <span className={css['talkOn']}>{label}</span>
      <RemarkField
        label={label}
        remark={remarkOf(row, column.name)}
        inputRef={inputRef}
        onChange={(text) => session.acts.remark(row.id, column.name, text)}
      />
    </fieldset>
  );
}
