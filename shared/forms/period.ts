import type { Decimal } from '../core/decimal.ts';

/** How often a period of the list `period` occurs in a year; a trading year has 300 days (questionnaire, annual_qty_std). */
export const timesPerYear: Readonly<Record<string, Decimal | undefined>> = {
  day: '300' as Decimal,
  week: '52' as Decimal,
  month: '12' as Decimal,
  quarter: '4' as Decimal,
  year: '1' as Decimal,
};
