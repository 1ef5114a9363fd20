import type { UnitItem } from '#shared/analysis/mistakes/unit-mistakes.ts';
import type { Decimal } from '#shared/core/decimal.ts';
import { toDecimal } from '#shared/core/decimal.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import type { Answers } from '#shared/forms/answers.ts';
import type { AnswerContext } from '#shared/forms/context.ts';
import currencies from '../../server/sample/data/currencies.json' with { type: 'json' };
import units from '../../server/sample/data/units.json' with { type: 'json' };
import type { SoldAs } from './sold-as.ts';

/** The units of the real register. */
export const unitItems: readonly UnitItem[] = Object.entries(units).map(([code, answers]) => ({
  code,
  answers: answers as unknown as Answers,
}));

const unitByCode: Readonly<Record<string, unknown>> = units;
const currencyByCode: Readonly<Record<string, unknown>> = currencies;

/** A typed row as the price form sees it: its answers, the visit it belongs to, registers and rates. */
export function contextOf(typed: SoldAs, { rates }: SoldAs): AnswerContext {
  return {
    answers: {
      product_id: 'goods',
      item_spec: 'goods',
      availability: 'wide',
      price_level: 'retail',
      price_amount: decimal(typed.amount),
      price_currency: typed.currency,
      sale_unit: typed.unit,
      sale_qty: decimal(typed.quantity),
      ...(typed.content === undefined
        ? {}
        : { net_content: decimal(typed.content), net_content_unit: typed.contentUnit }),
    },
    visit: {
      country: typed.country,
      admin1_pcode: typed.province,
      market_level: 'retail',
      visit_currency: typed.country === 'IRQ' ? 'IQD' : 'AFN',
    },
    siblings: [],
    item: (register, code) => {
      if (register === 'product') return { std_unit: typed.standard };
      const found = register === 'unit' ? unitByCode[code] : currencyByCode[code];
      return found as Answers | undefined;
    },
    today: '2026-11-27' as PlainDate,
    flags: [],
    references: {
      fxRate: (currency) => {
        const rate = rates[currency];
        return rate === undefined ? undefined : { rate: decimal(rate), source: 'table' };
      },
    },
    insideAdmin1: () => undefined,
  };
}

function decimal(value: number): Decimal {
  const text = toDecimal(value.toFixed(6));
  if (text === undefined) throw new Error(`not a decimal: ${value}`);
  return text;
}
