import { useVirtualizer } from '@tanstack/react-virtual';
import type { JSX, ReactNode } from 'react';
import { useRef } from 'react';
import css from './data-table.module.css';
import { joinClasses } from './join-classes.ts';
import type { SortOrder } from './sort-button.tsx';
import { SortButton } from './sort-button.tsx';

export interface Column<T> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: T) => ReactNode;
  /** `number`: places of digits line up on the right in every language. */
  readonly align?: 'start' | 'number' | undefined;
  /** A CSS length; the others share what is left. */
  readonly width?: string | undefined;
  readonly canSort?: boolean | undefined;
}

interface DataTableProps<T> {
  /** What the table holds, for assistive technology. */
  readonly caption: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
  readonly sort?: SortOrder | undefined;
  readonly onSort?: ((sort: SortOrder) => void) | undefined;
  readonly selected?: string | undefined;
}

// Rows are 3rem high in CSS; the measured height corrects this guess for other text sizes.
const ROW_HEIGHT_PX = 48;

/** A table that scrolls inside the height it is given, its head in sight, holding only the rows that are seen. */
export function DataTable<T>(props: DataTableProps<T>): JSX.Element {
  const { caption, columns, rows, keyOf, sort, onSort, selected } = props;
  const scrollRef = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- the compiler leaves this component alone, as it should
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 12,
  });
  const shown = virtualizer.getVirtualItems();
  const before = shown[0]?.start ?? 0;
  const after = virtualizer.getTotalSize() - (shown.at(-1)?.end ?? 0);

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
    <section ref={scrollRef} className={css['scroll']} tabIndex={0} aria-label={caption}>
      <table className={css['table']} aria-label={caption} aria-rowcount={rows.length + 1}>
        <colgroup>
          {columns.map(({ id, width }) => (
            <col key={id} style={{ inlineSize: width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={joinClasses(css['head'], column.align === 'number' && css['number'])}
                aria-sort={sort?.column === column.id ? sort.direction : undefined}
              >
                {column.canSort && onSort ? (
                  <SortButton
                    column={column.id}
                    label={column.header}
                    sort={sort}
                    onSort={onSort}
                  />
                ) : (
                  column.header
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={before} columnCount={columns.length} />
          {shown.map(({ index }) => {
            const row = rows[index];
            if (row === undefined) return null;
            const key = keyOf(row);
            return (
              <tr
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                aria-rowindex={index + 2}
                className={joinClasses(css['row'], key === selected && css['selected'])}
              >
                {columns.map(({ id, align, cell }) => (
                  <td
                    key={id}
                    className={joinClasses(css['cell'], align === 'number' && css['number'])}
                  >
                    {cell(row)}
                  </td>
                ))}
              </tr>
            );
          })}
          <Gap height={after} columnCount={columns.length} />
        </tbody>
      </table>
    </section>
  );
}

interface GapProps {
  readonly height: number;
  readonly columnCount: number;
}

/** Stands for the rows that are scrolled out of sight. */
function Gap({ height, columnCount }: GapProps): JSX.Element | null {
  if (height <= 0) return null;
  return (
    <tr>
      <td aria-hidden="true" colSpan={columnCount} style={{ blockSize: height }} />
    </tr>
  );
}
