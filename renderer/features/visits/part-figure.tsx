import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { isDecimal } from '#shared/core/decimal.ts';
import { isMissing, textAnswer } from '#shared/forms/answers.ts';
import type { Registers } from '../../forms/registers.ts';
import { nameOfCode } from '../../forms/registers.ts';
import { usePreferences } from '../../i18n/preference-store.ts';
import { useFormat } from '../../i18n/use-format.ts';
import type { VisitPart } from '../../services/visit-parts.ts';
import css from './visits.module.css';

interface PartFigureProps {
  readonly part: VisitPart;
  readonly registers: Registers;
}

const PLACES = 2;

/** The figure of a price that can be compared: per standard unit; else the price as it was asked. */
export function PartFigure({ part, registers }: PartFigureProps): JSX.Element | null {
  const { t } = useLingui();
  const { language } = usePreferences();
  const format = useFormat();
  const { answers } = part;
  if (part.kind !== 'price') return null;
  const currency = textAnswer(answers['price_currency']);
  const product = textAnswer(answers['product_id']);
  const unit = textAnswer(product && registers.item('product', product)?.['std_unit']);
  const perUnit = textAnswer(answers['unit_price_std']);
  const asked = textAnswer(answers['price_amount']);
  const money = currency && nameOfCode(registers, 'currency', currency, language);
  if (isMissing(answers['price_amount'])) {
    return <span className={css['partNone']}>{t`no price given`}</span>;
  }
  if (perUnit !== undefined && isDecimal(perUnit) && unit !== undefined) {
    const standard = nameOfCode(registers, 'unit', unit, language);
    return (
      <span className={css['partFigure']}>
        <bdi>{format.number(perUnit, PLACES)}</bdi> {money} / {standard}
      </span>
    );
  }
  if (asked === undefined) return null;
  return (
    <span className={css['partFigure']}>
      <bdi>{format.number(asked)}</bdi> {money}
    </span>
  );
}
