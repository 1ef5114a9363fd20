import type { Language } from '#shared/core/language.ts';

const MINUTE_MS = 60_000;

const units = [
  { name: 'day', ms: 24 * 60 * MINUTE_MS },
  { name: 'hour', ms: 60 * MINUTE_MS },
  { name: 'minute', ms: MINUTE_MS },
] as const;

type Unit = (typeof units)[number]['name'];

interface RelativeWords {
  readonly now: string;
  readonly past: (amount: string) => string;
  readonly future: (amount: string) => string;
  readonly amount: (count: number, unit: Unit) => string;
}

const persianUnits: Readonly<Record<Unit, string>> = { day: 'روز', hour: 'ساعت', minute: 'دقیقه' };

const words: Readonly<Record<Language, RelativeWords>> = {
  fa: {
    now: 'همین حالا',
    past: (amount) => `${amount} پیش`,
    future: (amount) => `${amount} دیگر`,
    amount: (count, unit) => `${count} ${persianUnits[unit]}`,
  },
  en: {
    now: 'just now',
    past: (amount) => `${amount} ago`,
    future: (amount) => `in ${amount}`,
    amount: (count, unit) => `${count} ${unit}${count === 1 ? '' : 's'}`,
  },
};

/** How long before or after now, in the largest unit that fits, in Latin digits. */
export function relativeText(ms: number, nowMs: number, language: Language): string {
  const apart = Math.abs(nowMs - ms);
  const unit = units.find((candidate) => apart >= candidate.ms);
  if (!unit) return words[language].now;
  const amount = words[language].amount(Math.floor(apart / unit.ms), unit.name);
  return ms < nowMs ? words[language].past(amount) : words[language].future(amount);
}
