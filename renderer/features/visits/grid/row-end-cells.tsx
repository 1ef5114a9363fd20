import type { JSX } from 'react';
import { isDecimal } from '#shared/core/decimal.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import { nameOfCode } from '../../../forms/registers.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import type { Tone } from '../../../ui/badge.tsx';
import { Badge } from '../../../ui/badge.tsx';
import type { IconName } from '../../../ui/icons.tsx';
import { joinClasses } from '../../../ui/join-classes.ts';
import { useGridTools } from './grid-context.ts';
import type { GridRow, RowState } from './grid-row.ts';
import css from './grid.module.css';
import { useStateWords } from './use-state-words.ts';

interface RowEndCellsProps {
  readonly row: GridRow;
  /** The place of the first of them among the columns. */
  readonly from: number;
}

/** What a row comes to, and where it stands. */
export function RowEndCells({ row, from }: RowEndCellsProps): JSX.Element {
  return (
    <div role="presentation" className={css['ends']}>
      <div
        role="gridcell"
        aria-colindex={from}
        className={joinClasses(css['cell'], css['figureCell'])}
      >
        <Figure row={row} />
      </div>
      <div
        role="gridcell"
        aria-colindex={from + 1}
        className={joinClasses(css['cell'], css['stateCell'])}
      >
        <StateBadge row={row} />
      </div>
    </div>
  );
}

const PLACES = 2;

/** The price per standard unit of the product, in the currency of the row. */
function Figure({ row }: { readonly row: GridRow }): JSX.Element | null {
  const { session, reader } = useGridTools();
  const format = useFormat();
  const { registers, language } = reader;
  const answers =
    row.record && !row.hasDraft ? row.content.answers : session.reader.status(row).record;
  const perUnit = textAnswer(answers['unit_price_std']);
  const product = textAnswer(answers['product_id']);
  const unit = textAnswer(product && registers.item('product', product)?.['std_unit']);
  if (perUnit === undefined || !isDecimal(perUnit) || unit === undefined) return null;
  return (
    <span className={css['figure']}>
      <bdi className={css['figureNumber']}>{format.number(perUnit, PLACES)}</bdi>
      <span className={css['figureUnit']}>/ {nameOfCode(registers, 'unit', unit, language)}</span>
    </span>
  );
}

interface Look {
  readonly tone?: Tone;
  readonly icon?: IconName;
}

const looks: Readonly<Record<RowState['is'], Look>> = {
  empty: {},
  missing: { tone: 'accent' },
  warned: { tone: 'warn', icon: 'warning' },
  ready: { tone: 'accent' },
  changed: { tone: 'accent', icon: 'edit' },
  conflict: { tone: 'error', icon: 'warning' },
  returned: { tone: 'warn', icon: 'return' },
  finishing: { tone: 'ok', icon: 'check' },
  finished: { tone: 'ok', icon: 'check' },
  locked: { icon: 'check' },
};

function StateBadge({ row }: { readonly row: GridRow }): JSX.Element | null {
  const { session } = useGridTools();
  const state = session.reader.state(row);
  const words = useStateWords()(state);
  return words === undefined ? null : <Badge {...looks[state.is]}>{words}</Badge>;
}
