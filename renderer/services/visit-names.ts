import { dataText } from '#shared/core/bidi.ts';
import type { Language } from '#shared/core/language.ts';
import { directionOf } from '#shared/core/language.ts';
import type { AnswerValue } from '#shared/forms/answers.ts';
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
    ? (shown(answers['market_other'], language) ?? plusLabel(market)?.[language])
    : nameOfCode(registers, 'market', market, language);
}

/** The outlet of a visit as its author named it. */
export function outletName(
  { answers }: Pick<VisitPart, 'answers'>,
  language: Language,
): string | undefined {
  return shown(answers['outlet_name'], language);
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
        : (shown(answers['new_product_text'], language) ??
          plusLabel(product)?.[language] ??
          nameOfCode(registers, 'product', product, language)),
    detail:
      shown(answers['item_spec'], language) ??
      shown(answers['brand_other'], language) ??
      (brand && (plusLabel(brand)?.[language] ?? nameOfCode(registers, 'brand', brand, language))),
  };
}

function shown(answer: AnswerValue | undefined, language: Language): string | undefined {
  const text = textAnswer(answer);
  return text && dataText(text, directionOf[language]);
}
