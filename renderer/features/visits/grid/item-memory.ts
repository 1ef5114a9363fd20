import { searchKey } from '#shared/core/search-key.ts';
import type { Answers } from '#shared/forms/answers.ts';
import { isGiven, textAnswer } from '#shared/forms/answers.ts';
import { settleContent } from '../../../forms/settle-content.ts';
import type { GridRow } from './grid-row.ts';
import type { RowReader } from './row-status.ts';

// How a product is sold at an outlet, and what an item of the same description is: properties of the thing, not of the quotation.
const ofProduct = ['sale_unit', 'net_content', 'net_content_unit'] as const;
const ofItem = [...ofProduct, 'brand_id', 'origin_country', 'quality_grade'] as const;

/** Answers given before that a row may take over, the latest first: rows of this visit, and earlier visits. */
export interface EarlierAnswers {
  readonly here: (except: GridRow) => readonly Answers[];
  readonly past: readonly Answers[];
}

/**
 * Gives a row what is known of the product or item that was just chosen, each answer marked as taken over. Another brand of
 * one item stands in the next row of the same visit more often than not, so from there only how it is sold is taken.
 */
export function createItemOffer(
  earlier: EarlierAnswers,
  reader: Pick<RowReader, 'context' | 'status'>,
): (row: GridRow, field: string) => GridRow {
  function known(row: GridRow, field: string): Answers {
    const product = textAnswer(row.content.answers['product_id']);
    const spec = searchKey(textAnswer(row.content.answers['item_spec']) ?? '');
    if (product === undefined) return {};
    function isLike(answers: Answers): boolean {
      if (answers['product_id'] !== product) return false;
      return field === 'product_id' || searchKey(textAnswer(answers['item_spec']) ?? '') === spec;
    }
    const here = earlier.here(row).find(isLike);
    const past = earlier.past.find(isLike);
    const names: readonly string[] = field === 'product_id' ? ofProduct : ofItem;
    return Object.fromEntries(
      names.flatMap((name) => {
        const isSold = ofProduct.some((each) => each === name);
        const value = (isSold ? here?.[name] : undefined) ?? past?.[name] ?? undefined;
        return isGiven(value) ? [[name, value]] : [];
      }),
    );
  }
  return (row, field) => {
    if (field !== 'product_id' && field !== 'item_spec') return row;
    const unitless = field === 'product_id' ? withoutForeignUnit(row, reader) : row;
    const { content, memory, form } = unitless;
    const taken = Object.entries(known(unitless, field)).filter(
      ([name]) => !isGiven(content.answers[name]) || content.carried.includes(name),
    );
    if (taken.length === 0) return unitless;
    const names = taken.map(([name]) => name);
    const next = {
      ...content,
      answers: { ...content.answers, ...Object.fromEntries(taken) },
      carried: [...content.carried.filter((name) => !names.includes(name)), ...names],
    };
    return { ...unitless, ...settleContent(form, { content: next, memory }, reader.context(row)) };
  };
}

/** A unit taken over from another product that this one is not measured in goes again. */
function withoutForeignUnit(row: GridRow, reader: Pick<RowReader, 'status'>): GridRow {
  const { content } = row;
  const isForeign =
    content.carried.includes('sale_unit') &&
    (reader.status(row).findings.get('sale_unit') ?? []).some(({ kind }) => kind === 'convertible');
  if (!isForeign) return row;
  const gone: ReadonlySet<string> = new Set(ofProduct);
  return {
    ...row,
    content: {
      ...content,
      answers: Object.fromEntries(
        Object.entries(content.answers).filter(([name]) => !gone.has(name)),
      ),
      carried: content.carried.filter((name) => !gone.has(name)),
    },
  };
}
