import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { JSX, ReactNode } from 'react';
import type { PriceReference } from '#shared/analysis/price-reference.ts';
import { isDecimal } from '#shared/core/decimal.ts';
import type { Answers } from '#shared/forms/answers.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import type { AnswerReader } from '../../forms/answer-text.ts';
import { nameOfCode } from '../../forms/registers.ts';
import { joinClasses } from '../../ui/join-classes.ts';
import type { QueueItem } from './queue-item.ts';
import { isFar } from './queue-item.ts';
import { textOf } from './record-title.ts';
import css from './review.module.css';

interface PriceFactsProps {
  readonly item: QueueItem;
  readonly reference: PriceReference | undefined;
  readonly reader: AnswerReader;
}

const UNIT_PLACES = 2;
const USD_PLACES = 3;

/** A price as it was said, per standard unit, and beside what is known of the market. */
export function PriceFacts({ item, reference, reader }: PriceFactsProps): JSX.Element {
  const { t } = useLingui();
  const { record, ratio } = item;
  const { registers, language, format } = reader;
  const answers = record.answers as Answers;
  const product = textAnswer(answers['product_id']);
  const unitCode = textAnswer(product && registers.item('product', product)?.['std_unit']);
  const unit = unitCode && nameOfCode(registers, 'unit', unitCode, language);
  const currency = textOf(record, 'price_currency', reader);

  function number(field: string, places: number): string | undefined {
    const value = textAnswer(answers[field]);
    return value !== undefined && isDecimal(value) ? format.number(value, places) : undefined;
  }
  function perUnit(amount: string | undefined, money: string): string {
    if (amount === undefined) return '–';
    return unit === undefined ? `${amount} ${money}` : t`${amount} ${money} per ${unit}`;
  }
  const said = `${textOf(record, 'price_amount', reader)} ${currency}`;
  const quantity = [
    textOf(record, 'sale_qty', reader),
    textOf(record, 'sale_unit', reader),
    answers['net_content'] === undefined ? '' : '×',
    textOf(record, 'net_content', reader),
    textOf(record, 'net_content_unit', reader),
  ];
  const referenceText =
    reference &&
    perUnit(
      format.number(reference.amount, UNIT_PLACES),
      nameOfCode(registers, 'currency', reference.currency, language),
    );
  return (
    <dl className={css['facts']}>
      <Fact label={t`As it was said`} isUnusual={isFar(ratio)}>
        {said}
        <span className={css['factNote']}>{quantity.filter(Boolean).join(' ')}</span>
      </Fact>
      <Fact label={t`Per standard unit`} isUnusual={isFar(ratio)}>
        {perUnit(number('unit_price_std', UNIT_PLACES), currency)}
        <span className={css['factNote']}>
          {perUnit(number('unit_price_usd', USD_PLACES), t`US dollars`)}
        </span>
      </Fact>
      <Fact label={t`Median to compare with`}>
        {referenceText ?? t`None yet`}
        {reference && (
          <span className={css['factNote']}>
            {reference.basis === 'round' ? t`of this survey` : t`of earlier figures`}
            {' · '}
            {t`${plural(reference.count, { one: '# figure', other: '# figures' })}`}
          </span>
        )}
      </Fact>
    </dl>
  );
}

interface FactProps {
  readonly label: string;
  readonly isUnusual?: boolean;
  readonly children: ReactNode;
}

function Fact({ label, isUnusual = false, children }: FactProps): JSX.Element {
  return (
    <div className={joinClasses(css['fact'], isUnusual && css['unusual'])}>
      <dt className={css['factLabel']}>{label}</dt>
      <dd className={css['factValue']}>{children}</dd>
    </div>
  );
}
