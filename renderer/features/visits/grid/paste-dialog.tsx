import { useLingui } from '@lingui/react/macro';
import { plural } from '@lingui/core/macro';
import type { JSX } from 'react';
import { answerText } from '../../../forms/answer-text.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { joinClasses } from '../../../ui/join-classes.ts';
import { Notice } from '../../../ui/notice.tsx';
import { useGridTools } from './grid-context.ts';
import css from './paste-dialog.module.css';
import type { PastePlan, PlannedCell } from './plan-paste.ts';
import { DataText } from '../../../ui/data-text.tsx';

interface PasteDialogProps {
  readonly plan: PastePlan;
  readonly onAccept: () => void;
  readonly onCancel: () => void;
}

/** Shows what a pasted block would write, each cell as it was read, before anything is written. */
export function PasteDialog({ plan, onAccept, onCancel }: PasteDialogProps): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  const { labelOf } = useGridTools();
  const { columns, rows, unknownHeads } = plan;
  const cells = rows.flatMap((row) => row.cells);
  const unread = cells.filter(({ fate }) => fate === 'unread').length;
  const leftOut = cells.filter(({ fate }) => fate === 'left-out').length;
  return (
    <Dialog
      size="wide"
      title={t`${plural(rows.length, { one: 'Paste # row?', other: 'Paste # rows?' })}`}
      onClose={onCancel}
      actions={
        <>
          <Button kind="primary" data-first onClick={onAccept}>{t`Paste`}</Button>
          <Button onClick={onCancel}>{t`Cancel`}</Button>
        </>
      }
    >
      {unread > 0 && (
        <Notice tone="warn">
          {t`${plural(unread, {
            one: '# cell could not be read. Its text is kept and marked, to be put right in the grid.',
            other:
              '# cells could not be read. Their texts are kept and marked, to be put right in the grid.',
          })}`}
        </Notice>
      )}
      {leftOut > 0 && (
        <p>
          {t`${plural(leftOut, {
            one: '# cell is left out: its row does not ask for it.',
            other: '# cells are left out: their rows do not ask for them.',
          })}`}
        </p>
      )}
      {unknownHeads.length > 0 && (
        <p>{t`No column of the grid is called: ${format.list(unknownHeads)}. These are left out.`}</p>
      )}
      {rows.some(({ isTakenAsOnSale }) => isTakenAsOnSale) && (
        <p>{t`Where there is a price and nothing is said of availability, the item counts as widely available.`}</p>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard */}
      <section className={css['scroll']} tabIndex={0} aria-label={t`What would be written`}>
        <table className={css['table']}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.name} scope="col">
                  {labelOf(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, cells: own }) => (
              <tr key={row.id}>
                {columns.map(({ name }) => (
                  <PreviewCell key={name} cell={own.find(({ column }) => column.name === name)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Dialog>
  );
}

function PreviewCell({ cell }: { readonly cell: PlannedCell | undefined }): JSX.Element {
  const { t } = useLingui();
  const { reader } = useGridTools();
  if (!cell || cell.fate === 'empty') return <td className={css['cell']}>–</td>;
  const { column, text, value, fate } = cell;
  const isRead = fate === 'answer';
  return (
    <td
      className={joinClasses(
        css['cell'],
        css[fate === 'left-out' ? 'leftOut' : fate],
        column.field.kind === 'decimal' && css['number'],
      )}
      title={isRead ? text : undefined}
    >
      <DataText>
        {isRead ? answerText('price', column.name, column.field, value, reader) : text}
      </DataText>
      {fate === 'unread' && <span className={css['note']}> ({t`not read`})</span>}
      {fate === 'left-out' && <span className={css['note']}> ({t`left out`})</span>}
    </td>
  );
}
