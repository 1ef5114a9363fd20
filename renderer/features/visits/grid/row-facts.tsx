import { useLingui } from '@lingui/react/macro';
import { plural } from '@lingui/core/macro';
import type { JSX } from 'react';
import { isDecimal } from '#shared/core/decimal.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import { nameOfCode } from '../../../forms/registers.ts';
import { useIssueText } from '../../../forms/use-issue-text.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { measureOf } from '../unit-measure.ts';
import { RatesLink, RateText } from '../rate-used.tsx';
import { useMeasureText } from '../use-measure-text.ts';
import { isBlank } from './grid-row.ts';
import type { GridRow } from './grid-row.ts';
import { useGridState, useGridTools } from './grid-context.ts';
import css from './grid.module.css';
import { restOf } from './row-rest.ts';
import { SlipFact } from './slip-fact.tsx';

/** In short: what the price comes to in dollars, by which rate, beside what is known of it; and which cells are open. */
export function RowFacts({ row }: { readonly row: GridRow }): JSX.Element {
  return (
    <>
      <SlipFact row={row} />
      <DollarFact row={row} />
      <RatesLink />
      <MeasureFact row={row} />
      <LastFact row={row} />
      <MedianFact row={row} />
      {row.hasDraft && <OpenCells row={row} />}
    </>
  );
}

function DollarFact({ row }: { readonly row: GridRow }): JSX.Element | null {
  const { t } = useLingui();
  const format = useFormat();
  const { session, reader } = useGridTools();
  const { record } = session.reader.status(row);
  const usd = textAnswer(record['unit_price_usd']);
  if (textAnswer(record['price_amount']) === undefined) return null;
  return (
    <>
      {usd !== undefined && isDecimal(usd) && (
        <span className={css['panelFact']}>
          <bdi>{format.number(usd, 3)}</bdi> {t`US dollars`}
        </span>
      )}
      <RateText record={record} registers={reader.registers} className={css['panelFact']} />
    </>
  );
}

/** What a customary unit is taken for here, and how to weigh it. */
function MeasureFact({ row }: { readonly row: GridRow }): JSX.Element | null {
  const { t } = useLingui();
  const { session, reader } = useGridTools();
  const measureText = useMeasureText();
  const measure = measureOf(session.reader.status(row).context);
  if (!measure) return null;
  return (
    <span className={css['panelFact']}>
      {measureText(measure, reader)}
      {!row.isLocked && (
        <>
          {' '}
          <KeyHint keys="Alt+W" /> {t`weigh it`}
        </>
      )}
    </span>
  );
}

/** What the item cost here the last time. */
function LastFact({ row }: { readonly row: GridRow }): JSX.Element | null {
  const { t } = useLingui();
  const format = useFormat();
  const { session, reader } = useGridTools();
  const { registers, language } = reader;
  const visit = session.lastVisit();
  const last = row.record ? undefined : visit?.priceOf(row.content.answers);
  if (!visit || !last) return null;
  const currency = last.currency && nameOfCode(registers, 'currency', last.currency, language);
  const unit = last.unit && nameOfCode(registers, 'unit', last.unit, language);
  const price = [format.number(last.amount), currency, unit && `/ ${unit}`]
    .filter(Boolean)
    .join(' ');
  const day = last.dated === undefined ? '' : format.date(last.dated);
  return (
    <span className={css['panelFact']}>
      {visit.isOutlet
        ? t`Last time at this outlet, ${day}: ${price}`
        : t`Last time in this market, ${day}: ${price}`}
    </span>
  );
}

function MedianFact({ row }: { readonly row: GridRow }): JSX.Element | null {
  const { t } = useLingui();
  const format = useFormat();
  const { session, reader } = useGridTools();
  const { answers } = row.content;
  const product = textAnswer(answers['product_id']);
  const level = textAnswer(answers['price_level']);
  const spec = textAnswer(answers['item_spec']) ?? '';
  const known = product && level && session.references(row.id).priceOf(product, level, spec);
  if (!known) return null;
  const currency = nameOfCode(reader.registers, 'currency', known.currency, reader.language);
  return (
    <span className={css['panelFact']}>
      {known.basis === 'round' ? t`Median of this survey:` : t`Known from before:`}{' '}
      <bdi>{format.number(known.amount, 2)}</bdi> {currency} (
      {t`${plural(known.count, { one: '# figure', other: '# figures' })}`})
    </span>
  );
}

const MAX_NAMED = 4;

function OpenCells({ row }: { readonly row: GridRow }): JSX.Element | null {
  const { t } = useLingui();
  const format = useFormat();
  const { session, labelOf } = useGridTools();
  const { ofIssue } = useIssueText('price');
  const current = useGridState(({ at }) => at?.column);
  const { columns, reader } = session;
  if (isBlank(row)) return null;
  const { cells } = restOf(reader.issues(row), columns, reader.status(row));
  const wrong = cells.find(
    (issue) =>
      issue.field === current && !(issue.kind === 'finding' && issue.finding.kind === 'required'),
  );
  const names = columns
    .filter(({ name }) => cells.some(({ field }) => field === name))
    .map(labelOf);
  if (names.length === 0) return null;
  return (
    <span className={css['panelFact']}>
      {wrong
        ? ofIssue(wrong)
        : names.length > MAX_NAMED
          ? t`${plural(names.length, { one: '# cell waits for an answer', other: '# cells wait for an answer' })}`
          : t`Still open: ${format.list(names)}`}
    </span>
  );
}
