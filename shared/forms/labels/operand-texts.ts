import type { SourceTexts } from '../../core/language.ts';

/** What an operand that is no field is called in a finding's text. */
export const operandTexts: Readonly<Record<'today' | 'per_year', SourceTexts>> = {
  today: { fa: 'امروز', en: 'today' },
  per_year: { fa: 'مقدار خرید در سال', en: 'the quantity bought in a year' },
};
