import { useLingui } from '@lingui/react/macro';
import type { AnswerReader } from '../../forms/answer-text.ts';
import { nameOfCode } from '../../forms/registers.ts';
import type { UnitMeasure } from './unit-measure.ts';

/** Says what a customary unit is taken for, and how that is known: weighed where and when, or from the register. */
export function useMeasureText(): (measure: UnitMeasure, reader: AnswerReader) => string {
  const { t } = useLingui();
  return ({ unit, base, factor }, { registers, language, format }) => {
    const name = nameOfCode(registers, 'unit', unit, language);
    const baseName = nameOfCode(registers, 'unit', base, language);
    if (factor === undefined) return t`How much one ${name} is here is not known yet.`;
    const amount = format.number(factor.factor);
    if (factor.source === 'register')
      return t`1 ${name} = ${amount} ${baseName}, from the register`;
    const { market } = factor;
    const place = market && nameOfCode(registers, 'market', market, language);
    const day = factor.dated === undefined ? '' : format.date(factor.dated);
    return place
      ? t`1 ${name} = ${amount} ${baseName}, weighed in ${place} on ${day}`
      : t`1 ${name} = ${amount} ${baseName}, weighed on ${day}`;
  };
}
