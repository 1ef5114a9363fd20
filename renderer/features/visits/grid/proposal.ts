import type { RecordId } from '#shared/core/ids.ts';
import { searchKey } from '#shared/core/search-key.ts';
import type { Answers } from '#shared/forms/answers.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import type { GridRow } from './grid-row.ts';
import type { GridState } from './grid-state.ts';

type SpecsOf = (product: string | undefined) => readonly string[];

/**
 * What Enter takes in an empty cell, which shows it: the product of the row above, the description given last for a product, the
 * brand of the same thing in a row above. Undefined where there is none, or the cell is not empty.
 */
export function proposalOf(
  state: Pick<GridState, 'order' | 'rows'>,
  row: GridRow,
  column: string,
  specsOf: SpecsOf,
): string | undefined {
  const { answers, raw } = row.content;
  if (row.isLocked || answers[column] !== undefined || raw[column] !== undefined) return undefined;
  const product = textAnswer(answers['product_id']);
  if (column === 'product_id') return nearest(state, row.id, column, () => true);
  if (product === undefined) return undefined;
  if (column === 'item_spec') return specsOf(product)[0];
  if (column !== 'brand_id') return undefined;
  const spec = specKey(answers);
  return nearest(
    state,
    row.id,
    column,
    (above) => above['product_id'] === product && specKey(above) === spec,
  );
}

/** The answer of the nearest row above that is like it and has one. */
function nearest(
  { order, rows }: Pick<GridState, 'order' | 'rows'>,
  id: RecordId,
  column: string,
  isLike: (answers: Answers) => boolean,
): string | undefined {
  for (let at = order.indexOf(id) - 1; at >= 0; at -= 1) {
    const answers = rows[order[at] ?? ('' as RecordId)]?.content.answers ?? {};
    const value = textAnswer(answers[column]);
    if (value !== undefined && isLike(answers)) return value;
  }
  return undefined;
}

function specKey(answers: Answers): string {
  return searchKey(textAnswer(answers['item_spec']) ?? '');
}
