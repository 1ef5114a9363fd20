import { textAnswer } from '#shared/forms/answers.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import type { GridColumn } from './grid-columns.ts';
import { useGridTools } from './grid-context.ts';
import type { GridRow } from './grid-row.ts';

/** What the item of a row cost here the last time, for its price cell as long as no price is typed. */
export function useLastPrice(row: GridRow, { name }: GridColumn): string | undefined {
  const { session } = useGridTools();
  const format = useFormat();
  const { answers, raw } = row.content;
  if (name !== 'price_amount' || row.record !== undefined) return undefined;
  if (answers[name] !== undefined || raw[name] !== undefined) return undefined;
  if (textAnswer(answers['product_id']) === undefined) return undefined;
  const last = session.lastVisit()?.priceOf(answers);
  return last && format.number(last.amount);
}
