import { textAnswer } from '#shared/forms/answers.ts';
import type { GridSession } from './grid-session.ts';

/** Descriptions of a product in the rows of this visit, the latest first. */
export function specsBeside(
  { state }: GridSession,
  product: string | undefined,
): readonly string[] {
  const { order, rows } = state.getState();
  return order.toReversed().flatMap((id) => {
    const answers = rows[id]?.content.answers;
    const spec = textAnswer(answers?.['item_spec']);
    return spec !== undefined && answers?.['product_id'] === product ? [spec] : [];
  });
}
