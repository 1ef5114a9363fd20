import type { Decimal } from '../../core/decimal.ts';
import { divide, multiply, toNumber } from '../../core/decimal.ts';
import { textAnswer } from '../../forms/answers.ts';
import { fxRate, toIsoMoney } from '../../forms/calculations/exchange.ts';
import type { AnswerContext } from '../../forms/context.ts';
import type { PossibleMistake } from './mistake.ts';

const TEN = '10' as Decimal;
const HUNDRED = '100' as Decimal;
const THOUSAND = '1000' as Decimal;
const ONE = '1' as Decimal;

// Smallest banknote in use: a price below it was not said in full (domain notes 3, currency habits).
const smallestNote: Readonly<Record<string, number>> = { IQD: 250, IRR: 5000, IRT: 500 };

// What amounts are rounded to when they are said; afghani in halves.
const steps: Readonly<Record<string, number>> = { IQD: 250, IRR: 5000, IRT: 500, USD: 0.05 };
const FINEST_STEP = 0.5;

// Currencies that prices are said in, by country.
const spokenCurrencies: Readonly<Record<string, readonly string[]>> = {
  IRQ: ['IQD', 'USD', 'IRT'],
  AFG: ['AFN', 'USD', 'IRT', 'PKR'],
};
// Toman bazaars: Herat, Farah, Nimroz.
const tomanProvinces: ReadonlySet<string> = new Set(['AF32', 'AF31', 'AF34']);

/** Mistakes of a price's amount and currency: which are likely follows from the currency's habits and the place. */
export function amountMistakes(
  amount: Decimal,
  context: AnswerContext,
): readonly PossibleMistake[] {
  const currency = textAnswer(context.answers['price_currency']) ?? '';
  const country = textAnswer(context.visit?.['country']) ?? '';
  return [
    ...habitsOf(currency, amount, country),
    ...currencyMistakes(amount, currency, context, country),
  ];
}

/** The mistake that an amount below the smallest note betrays by itself; undefined where it does not. */
export function saidWithoutThousands(
  amount: Decimal,
  currency: string,
): PossibleMistake | undefined {
  const least = smallestNote[currency];
  return least !== undefined && toNumber(amount) < least
    ? { name: 'thousands', factor: 0.001, correction: by(amount, THOUSAND), weight: 1 }
    : undefined;
}

function habitsOf(currency: string, amount: Decimal, country: string): readonly PossibleMistake[] {
  function more(name: PossibleMistake['name'], times: Decimal, weight: number): PossibleMistake {
    return { name, factor: 1 / toNumber(times), correction: by(amount, times), weight };
  }
  function less(name: PossibleMistake['name'], times: Decimal, weight: number): PossibleMistake {
    const correction = { price_amount: divide(amount, times) };
    return { name, factor: toNumber(times), correction, weight };
  }
  const step = steps[currency] ?? FINEST_STEP;
  // With a zero too many it is a multiple of ten steps; without its last zero it need be of none.
  const tooMany = less('zero', TEN, isMultiple(amount, 10 * step) ? 0.7 : 0.15);
  const tooFew = more('zero', TEN, isMultiple(amount, step) ? 0.25 : 2);
  const isBelowNote = saidWithoutThousands(amount, currency) !== undefined;
  // Dinars are paid in notes of 250 and more: what is no multiple of them may have been said in another currency.
  const isInNotes = (toNumber(amount) * 4) % 1 === 0;
  switch (currency) {
    case 'IRR':
      // Tomans are what people say; an amount in rials that is ten times too low was said in them.
      return [
        { name: 'toman_rial', factor: 0.1, correction: { price_currency: 'IRT' }, weight: 1 },
        {
          name: 'toman_rial',
          factor: 0.0001,
          correction: { ...by(amount, THOUSAND), price_currency: 'IRT' },
          weight: 0.3,
        },
        more('thousands', THOUSAND, 0.5),
        scaled(tooMany, 0.6),
        scaled(tooFew, 0.1),
      ];
    case 'IRT':
      return [
        { name: 'toman_rial', factor: 10, correction: { price_currency: 'IRR' }, weight: 1 },
        more('thousands', THOUSAND, 1),
        scaled(tooFew, 0.6),
        scaled(tooMany, 0.1),
      ];
    case 'IQD':
      return [
        more('thousands', THOUSAND, isBelowNote ? (isInNotes ? 1.5 : 0.7) : 0.3),
        less('thousands', THOUSAND, 0.2),
        scaled(tooFew, 0.6),
        scaled(tooMany, 0.6),
        less('per_hundred', HUNDRED, 0.05),
      ];
    case 'USD':
      // Iraq: "waraqa" is a note of 100 dollars, "daftar" 10,000.
      return [
        more('per_hundred', HUNDRED, country === 'IRQ' ? 0.5 : 0.05),
        less('per_hundred', HUNDRED, 0.1),
        scaled(tooFew, 0.6),
        scaled(tooMany, 0.6),
      ];
    default:
      return [
        tooFew,
        tooMany,
        more('thousands', THOUSAND, 0.02),
        less('thousands', THOUSAND, 0.02),
        less('per_hundred', HUNDRED, 0.1),
      ];
  }
}

function currencyMistakes(
  amount: Decimal,
  currency: string,
  context: AnswerContext,
  country: string,
): readonly PossibleMistake[] {
  const own = perUsd(currency, context);
  const province = textAnswer(context.visit?.['admin1_pcode']) ?? '';
  return (spokenCurrencies[country] ?? []).flatMap((other) => {
    // Rial and toman are mistaken for each other by themselves.
    if (other === currency || (isIranian(other) && isIranian(currency))) return [];
    const there = perUsd(other, context);
    if (own === undefined || there === undefined) return [];
    const correction = { price_currency: other };
    const habit = currencyWeight(other, currency, province, context);
    const weight = habit * likeness(amount, other, currency);
    return [{ name: 'other_currency' as const, factor: there / own, correction, weight }];
  });
}

/** The currency left as it was offered is mistaken more often than one chosen for the row; tomans are said in the west. */
function currencyWeight(
  said: string,
  noted: string,
  province: string,
  { visit }: AnswerContext,
): number {
  const isLeftAsOffered = noted === visit?.['visit_currency'];
  if (said === 'IRT') return tomanProvinces.has(province) ? (isLeftAsOffered ? 1 : 0.3) : 0.1;
  return isLeftAsOffered || said === visit?.['visit_currency'] ? 0.3 : 0.1;
}

/** Whether an amount looks like one said in a currency and not in the one that was noted: by notes, and by what is rounded to. */
function likeness(amount: Decimal, said: string, noted: string): number {
  const [coarse, fine] = [steps[said] ?? FINEST_STEP, steps[noted] ?? FINEST_STEP];
  if (!isSayable(amount, said)) return 0.3;
  return coarse > 1000 * fine ? 4 : 1;
}

function isSayable(amount: Decimal, currency: string): boolean {
  const step = steps[currency] ?? FINEST_STEP;
  return toNumber(amount) >= (smallestNote[currency] ?? 0) && isMultiple(amount, step);
}

function perUsd(currency: string, context: AnswerContext): number | undefined {
  const iso = toIsoMoney({ amount: ONE, currency }, context);
  const rate = iso && fxRate(iso.currency, context)?.rate;
  return iso && rate && toNumber(rate) / toNumber(iso.amount);
}

function isIranian(currency: string): boolean {
  return currency === 'IRT' || currency === 'IRR';
}

function isMultiple(amount: Decimal, step: number): boolean {
  const times = toNumber(amount) / step;
  return Math.abs(times - Math.round(times)) < 1e-6;
}

function scaled(mistake: PossibleMistake, times: number): PossibleMistake {
  return { ...mistake, weight: mistake.weight * times };
}

function by(amount: Decimal, factor: Decimal) {
  return { price_amount: multiply(amount, factor) };
}
