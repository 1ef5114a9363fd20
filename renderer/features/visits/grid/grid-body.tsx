import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { JSX, PointerEvent } from 'react';
import { useEffect, useMemo } from 'react';
import type { RecordId } from '#shared/core/ids.ts';
import type { GridColumn } from './grid-columns.ts';
import { useGridState, useGridTools } from './grid-context.ts';
import { GridHead } from './grid-head.tsx';
import { GridRowView } from './grid-row-view.tsx';
import css from './grid.module.css';
import type { GridClipboard } from './use-clipboard.ts';
import type { RunCommand } from './run-command.ts';
import { useRowHeight } from './use-row-height.ts';
import { useStaysInSight } from './use-stays-in-sight.ts';
import { gridKeys } from './grid-key-handlers.ts';
import { beginsAt } from './grid-state.ts';

interface GridBodyProps {
  readonly label: string;
  readonly run: RunCommand;
  /** Its own element, once it is there. */
  readonly grid: HTMLElement | null;
  readonly clipboard: Pick<GridClipboard, 'onCopy' | 'onCut' | 'onPaste'>;
  readonly onGrid: (grid: HTMLElement | null) => void;
}

const COLUMNS_PROPERTY = '--grid-columns' as string;
const WIDTH_PROPERTY = '--grid-width' as string;
const NUMBER_REM = 3;
const END_REM = 8;

/** The widths of all columns; what a wide window has to spare goes to the description. */
function tracksOf(columns: readonly GridColumn[]): string {
  const tracks = columns.map(({ name, width }) =>
    name === 'item_spec' ? `minmax(${width}rem, 1fr)` : `${width}rem`,
  );
  return [`${NUMBER_REM}rem`, ...tracks, `${END_REM}rem`, `${END_REM}rem`].join(' ');
}

/** What all columns need. Each row is a grid of its own: one that took its width from its texts would leave the others. */
function widthOf(columns: readonly GridColumn[]): string {
  const widths = columns.reduce((sum, { width }) => sum + width, 0);
  return `${NUMBER_REM + widths + 2 * END_REM}rem`;
}

/** The table itself: its head, and those of its rows that are in sight. */
export function GridBody({ label, run, grid, onGrid, clipboard }: GridBodyProps): JSX.Element {
  const { session } = useGridTools();
  const { state, columns, cursor, editing } = session;
  const order = useGridState(({ order: ids }) => ids);
  const at = useGridState(({ at: cell }) => cell);
  const keys = useMemo(() => gridKeys(run, editing), [run, editing]);
  const rowHeight = useRowHeight(grid);
  useStaysInSight(grid);
  const active = at === undefined ? -1 : order.indexOf(at.row);
  // oxlint-disable-next-line react/incompatible-library -- the compiler leaves this component alone, as it should
  const virtualizer = useVirtualizer({
    count: order.length,
    getScrollElement: () => grid,
    estimateSize: () => rowHeight,
    initialOffset: () =>
      Math.max(0, (order.indexOf(beginsAt(state.getState())) + 2) * rowHeight - innerHeight / 2),
    getItemKey: (index) => order[index] ?? index,
    overscan: 3,
    // The row with the keyboard stays in the document when it is scrolled out of sight, or its field would be lost.
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range);
      return active < 0 || seen.includes(active)
        ? seen
        : [...seen, active].toSorted((a, b) => a - b);
    },
  });
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);
  useEffect(() => {
    if (active >= 0) virtualizer.scrollToIndex(active);
    grid
      ?.querySelector(`[data-row="${at?.row ?? ''}"] [data-column="${at?.column ?? ''}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [virtualizer, grid, active, at, rowHeight]);

  function press(event: PointerEvent): void {
    const cell =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-column]') : null;
    const row = cell?.closest<HTMLElement>('[data-row]')?.dataset['row'] as RecordId | undefined;
    const column = cell?.dataset['column'];
    if (row === undefined || column === undefined || event.button !== 0) return;
    const now = state.getState().at;
    if (now?.row === row && now.column === column && !event.shiftKey) return;
    // The press would take the keyboard from the field that appears under it.
    event.preventDefault();
    cursor.moveTo({ row, column }, { extends: event.shiftKey });
  }
  return (
    <div
      ref={onGrid}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={order.length + 1}
      aria-colcount={columns.length + 3}
      aria-multiselectable="true"
      className={css['grid']}
      style={{ [COLUMNS_PROPERTY]: tracksOf(columns), [WIDTH_PROPERTY]: widthOf(columns) }}
      onPointerDown={press}
      onCopy={clipboard.onCopy}
      onCut={clipboard.onCut}
      onPaste={clipboard.onPaste}
      {...keys}
    >
      <GridHead onPin={(column) => run({ do: 'pin', column })} />
      <div
        role="rowgroup"
        className={css['rows']}
        style={{ blockSize: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map(({ key, index, start }) => {
          const id = order[index];
          return id === undefined ? null : (
            <GridRowView key={String(key)} id={id} index={index} start={start} />
          );
        })}
      </div>
    </div>
  );
}
