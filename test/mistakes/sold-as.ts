import type { Decimal } from '#shared/core/decimal.ts';
import type { Chance } from '../support/chance.ts';
import type { RealPrice } from './real-prices.ts';

/** A real price as a trader would say it: so much, in this currency, for so many of this unit. */
export interface SoldAs {
  readonly standard: string;
  readonly country: 'AFG' | 'IRQ';
  readonly province: string;
  /** AFN per standard unit. */
  readonly afn: number;
  readonly currency: Currency;
  readonly iso: string;
  /** Units of the ISO currency for one afghani. */
  readonly isoPerAfn: number;
  readonly rates: Readonly<Record<string, number>>;
  readonly unit: string;
  readonly quantity: number;
  readonly content: number | undefined;
  readonly contentUnit: string | undefined;
  /** Standard units in one sale unit. */
  readonly perUnit: number;
  /** Size of the whole container that goods of this kind come in, and its name. */
  readonly size: Decimal | undefined;
  readonly container: string;
  readonly amount: number;
}

export type Currency = 'AFN' | 'IRT' | 'IRR' | 'IQD' | 'USD' | 'PKR';

/** Measures of mass by province: what a seer or a man is there (domain notes 3). */
export const localMeasures: Readonly<
  Record<string, { readonly code: string; readonly kg: number }>
> = {
  AF21: { code: 'ser_mazar', kg: 14 },
  AF32: { code: 'man_herat', kg: 4 },
  AF27: { code: 'man_kandahar', kg: 4.5 },
};
export const seerOfMost = { code: 'ser_kabul', kg: 7.066 };

const tomanProvinces: ReadonlySet<string> = new Set(['AF32', 'AF31', 'AF34']);
const wholeSizes = { kg: [50, 25, 10], l: [5, 18, 20], piece: [24, 10, 6] } as const;

/** Sells a real price in a way that chance picks among those of the place and the goods. */
export function soldAs(
  { standard, province, price }: RealPrice,
  rates: Readonly<Record<'IRR' | 'IQD' | 'AFN', number>>,
  chance: Chance,
): SoldAs {
  // The only quotation-level prices at hand are Afghan; a sixth of them is told as an Iraqi bazaar would, in dinars.
  const country = chance.below(6) === 0 ? 'IRQ' : 'AFG';
  const currency = currencyAt(country, province, chance);
  const perUsd = { ...rates, IRT: rates.IRR / 10, USD: 1, PKR: 280 };
  const iso = currency === 'IRT' ? 'IRR' : currency;
  const way = wayOf(standard, country, province, chance);
  const size = chance.of(wholeSizes[standard as keyof typeof wholeSizes]);
  const inCurrency = (price * perUsd[currency]) / perUsd.AFN;
  const amount = rounded(inCurrency * way.perUnit * way.quantity, currency);
  return {
    standard,
    country,
    province: country === 'IRQ' ? 'IQG11' : province,
    afn: price,
    currency,
    iso,
    isoPerAfn: perUsd[iso as keyof typeof perUsd] / perUsd.AFN,
    rates: perUsd,
    ...way,
    size: String(size) as Decimal,
    container: standard === 'kg' ? 'bag' : standard === 'l' ? 'tin' : 'carton',
    amount,
  };
}

/** An amount as it is said: to the smallest step that is used of a currency. */
export function rounded(amount: number, currency: Currency): number {
  const steps = { AFN: 0.5, IRT: 500, IRR: 5000, IQD: 250, USD: 0.05, PKR: 1 } as const;
  const step = steps[currency];
  const steppped = Math.round(amount / step) * step;
  return steppped > 0 && Math.abs(steppped / amount - 1) < 0.05
    ? Number(steppped.toFixed(2))
    : Number(amount.toPrecision(3));
}

function currencyAt(country: 'AFG' | 'IRQ', province: string, chance: Chance): Currency {
  if (country === 'IRQ') return chance.of(['IQD', 'IQD', 'IQD', 'USD']);
  return tomanProvinces.has(province)
    ? chance.of(['AFN', 'IRT', 'IRT', 'IRR'])
    : chance.of(['AFN', 'AFN', 'AFN', 'AFN', 'AFN', 'IRT', 'IRR', 'USD']);
}

type Way = Pick<SoldAs, 'unit' | 'quantity' | 'content' | 'contentUnit' | 'perUnit'>;

function wayOf(standard: string, country: string, province: string, chance: Chance): Way {
  const plain = {
    unit: standard,
    quantity: 1,
    content: undefined,
    contentUnit: undefined,
    perUnit: 1,
  };
  const many = { ...plain, quantity: chance.of([5, 7, 10, 3]) };
  const pick = chance.below(10);
  if (standard === 'piece') {
    if (pick < 2) return { ...plain, unit: 'dozen', perUnit: 12 };
    if (pick < 4) return contained('carton', chance.of([24, 10, 6]), 'piece', 1);
    return pick < 5 ? many : plain;
  }
  if (standard === 'l') {
    if (pick < 3) return contained('tin', chance.of([5, 18, 20]), 'l', 1);
    if (pick < 4) return contained('bottle', chance.of([900, 1500]), 'ml', 0.001);
    return pick < 5 ? many : plain;
  }
  if (pick < 2) return contained('bag', chance.of([50, 25, 10]), 'kg', 1);
  if (pick < 3) return contained('pack', chance.of([500, 400, 900]), 'g', 0.001);
  if (pick < 4 && country === 'AFG') {
    const measure = localMeasures[province] ?? seerOfMost;
    return { ...plain, unit: measure.code, perUnit: measure.kg };
  }
  if (pick < 5) return many;
  return pick < 6
    ? { ...plain, unit: 'g', quantity: chance.of([500, 250]), perUnit: 0.001 }
    : plain;
}

function contained(unit: string, content: number, contentUnit: string, factor: number): Way {
  return { unit, quantity: 1, content, contentUnit, perUnit: content * factor };
}
