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
const soraniUnits: Readonly<Record<Unit, string>> = {
  day: 'ڕۆژ',
  hour: 'کاتژمێر',
  minute: 'خولەک',
};
const pashtoUnits: Readonly<Record<Unit, readonly [one: string, more: string]>> = {
  day: ['ورځ', 'ورځې'],
  hour: ['ساعت', 'ساعته'],
  minute: ['دقیقه', 'دقیقې'],
};
// After "before" and "after"; one and two are told by the word alone, three to ten take the plural, more the singular again.
const arabicUnits: Readonly<
  Record<
    Unit,
    { readonly one: string; readonly two: string; readonly few: string; readonly many: string }
  >
> = {
  day: { one: 'يوم', two: 'يومين', few: 'أيام', many: 'يومًا' },
  hour: { one: 'ساعة', two: 'ساعتين', few: 'ساعات', many: 'ساعة' },
  minute: { one: 'دقيقة', two: 'دقيقتين', few: 'دقائق', many: 'دقيقة' },
};

function arabicAmount(count: number, unit: Unit): string {
  const { one, two, few, many } = arabicUnits[unit];
  if (count === 1) return one;
  if (count === 2) return two;
  const rest = count % 100;
  if (rest >= 3 && rest <= 10) return `${count} ${few}`;
  return `${count} ${rest >= 11 ? many : one}`;
}

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
  ar: {
    now: 'الآن',
    past: (amount) => `قبل ${amount}`,
    future: (amount) => `بعد ${amount}`,
    amount: arabicAmount,
  },
  ckb: {
    now: 'هەر ئێستا',
    past: (amount) => `${amount} لەمەوپێش`,
    future: (amount) => `دوای ${amount}`,
    amount: (count, unit) => `${count} ${soraniUnits[unit]}`,
  },
  prs: {
    now: 'همین حالا',
    past: (amount) => `${amount} پیش`,
    future: (amount) => `${amount} بعد`,
    amount: (count, unit) => `${count} ${persianUnits[unit]}`,
  },
  ps: {
    now: 'همدا اوس',
    past: (amount) => `${amount} مخکې`,
    future: (amount) => `${amount} وروسته`,
    amount: (count, unit) => `${count} ${pashtoUnits[unit][count === 1 ? 0 : 1]}`,
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
