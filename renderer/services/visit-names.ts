import type { Language } from '#shared/core/language.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import { plusLabel } from '#shared/forms/form-labels.ts';
import type { Registers } from '../forms/registers.ts';
import { nameOfCode } from '../forms/registers.ts';
import type { VisitPart } from './visit-parts.ts';

/** The market of a visit in words; undefined while it is not chosen. */
export function marketName(
  { answers }: Pick<VisitPart, 'answers'>,
  registers: Registers,
  language: Language,
): string | undefined {
  const market = textAnswer(answers['market_id']);
  if (market === undefined) return undefined;
  return market === 'other'
    ? (textAnswer(answers['market_other']) ?? plusLabel(market)?.[language])
    : nameOfCode(registers, 'market', market, language);
}

/** The outlet of a visit as its author named it. */
export function outletName({ answers }: Pick<VisitPart, 'answers'>): string | undefined {
  return textAnswer(answers['outlet_name']);
}

/** What a price, demand or competitor record is of: its product, and the description or brand that tells it apart. */
export function partNames(
  { answers }: Pick<VisitPart, 'answers'>,
  registers: Registers,
  language: Language,
): { readonly product: string | undefined; readonly detail: string | undefined } {
  const product = textAnswer(answers['product_id']);
  const brand = textAnswer(answers['brand_id']);
  return {
    product:
      product === undefined
        ? undefined
        : (textAnswer(answers['new_product_text']) ??
          plusLabel(product)?.[language] ??
          nameOfCode(registers, 'product', product, language)),
    detail:
      textAnswer(answers['item_spec']) ??
      textAnswer(answers['brand_other']) ??
      (brand && (plusLabel(brand)?.[language] ?? nameOfCode(registers, 'brand', brand, language))),
  };
}
