import { useLingui } from '@lingui/react/macro';
import { plural } from '@lingui/core/macro';
import type { JSX } from 'react';
import { isDecimal } from '#shared/core/decimal.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import { nameOfCode } from '../../../forms/registers.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Badge } from '../../../ui/badge.tsx';
import { joinClasses } from '../../../ui/join-classes.ts';
import { useGridTools } from './grid-context.ts';
import type { GridRow } from './grid-row.ts';
import css from './grid.module.css';

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

function StateBadge({ row }: { readonly row: GridRow }): JSX.Element | null {
  const { t } = useLingui();
  const { session } = useGridTools();
  const state = session.reader.state(row);
  switch (state.is) {
    case 'empty':
      return null;
    case 'missing':
      return (
        <Badge tone="accent">{t`${plural(state.count, { one: '# missing', other: '# missing' })}`}</Badge>
      );
    case 'warned':
      return (
        <Badge tone="warn" icon="warning">
          {t`Unusual`}
        </Badge>
      );
    case 'ready':
      return <Badge tone="accent">{t`Complete`}</Badge>;
    case 'changed':
      return <Badge tone="accent" icon="edit">{t`Changed`}</Badge>;
    case 'returned':
      return (
        <Badge tone="warn" icon="return">
          {t`Returned`}
        </Badge>
      );
    case 'finishing':
    case 'finished':
      return (
        <Badge tone="ok" icon="check">
          {t`Finished`}
        </Badge>
      );
    case 'locked':
      return <Badge icon="check">{t`Settled`}</Badge>;
  }
}
