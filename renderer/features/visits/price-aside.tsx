import { useLingui } from '@lingui/react/macro';
import { plural } from '@lingui/core/macro';
import type { JSX } from 'react';
import { isDecimal } from '#shared/core/decimal.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import type { Answers } from '#shared/forms/answers.ts';
import type { Registers } from '../../forms/registers.ts';
import { nameOfCode } from '../../forms/registers.ts';
import { usePreferences } from '../../i18n/preference-store.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Card } from '../../ui/card.tsx';
import type { VisitReferences } from './past-records.ts';
import { MeasureUsed } from './measure-used.tsx';
import { RateUsed } from './rate-used.tsx';
import type { UnitMeasure } from './unit-measure.ts';
import css from './visits.module.css';

interface PriceAsideProps {
  /** The record as it would be if it were finished now. */
  readonly record: Answers;
  readonly registers: Registers;
  readonly references: VisitReferences;
  /** The customary unit it is sold in. */
  readonly measure: UnitMeasure | undefined;
}

/** What the price comes to, while it is typed: per standard unit, in dollars, and beside what is known of the market. */
export function PriceAside(props: PriceAsideProps): JSX.Element {
  const { record, registers, references, measure } = props;
  const { t } = useLingui();
  const { language } = usePreferences();
  const format = useFormat();
  const product = textAnswer(record['product_id']);
  const unitCode = textAnswer(product && registers.item('product', product)?.['std_unit']);
  const unit = unitCode && nameOfCode(registers, 'unit', unitCode, language);
  const currencyCode = textAnswer(record['price_currency']);
  const currency = currencyCode && nameOfCode(registers, 'currency', currencyCode, language);
  const perUnit = figure(record['unit_price_std']);
  const usd = figure(record['unit_price_usd']);
  const level = textAnswer(record['price_level']);
  const known =
    product && level && references.priceOf(product, level, textAnswer(record['item_spec']) ?? '');

  return (
    <Card title={unit === undefined ? t`Price per standard unit` : t`Price per ${unit}`}>
      <p className={css['bigFigure']}>
        <bdi>{perUnit === undefined ? '–' : format.number(perUnit, 2)}</bdi>
        {perUnit !== undefined && <span className={css['bigUnit']}>{currency}</span>}
      </p>
      {usd !== undefined && (
        <p className={css['asideLine']}>
          <bdi>{format.number(usd, 3)}</bdi> {t`US dollars`}
        </p>
      )}
      <RateUsed record={record} registers={registers} />
      {measure && <MeasureUsed measure={measure} registers={registers} />}
      {known && (
        <p className={css['asideLine']}>
          {known.basis === 'round' ? t`Median of this survey:` : t`Known from before:`}{' '}
          <bdi>{format.number(known.amount, 2)}</bdi>{' '}
          {nameOfCode(registers, 'currency', known.currency, language)} (
          {t`${plural(known.count, { one: '# figure', other: '# figures' })}`})
        </p>
      )}
      {known === undefined && product !== undefined && (
        <p className={css['asideLine']}>{t`No earlier figure to compare with.`}</p>
      )}
    </Card>
  );
}

function figure(value: Answers[string]) {
  const text = textAnswer(value);
  return text !== undefined && isDecimal(text) ? text : undefined;
}
