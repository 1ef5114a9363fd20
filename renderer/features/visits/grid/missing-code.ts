import type { AnswerValue } from '#shared/forms/answers.ts';
import { isMissing } from '#shared/forms/answers.ts';
import { nextMissing } from '../../../forms/missing-texts.ts';
import type { RowAnswer } from './grid-acts.ts';
import type { GridColumn } from './grid-columns.ts';
import type { GridRow } from './grid-row.ts';

// Why there is no price, one after the other with F4: it is out, it is never sold here, the seller does not know, would not say.
const codes: readonly (readonly [field: string, value: AnswerValue])[] = [
  ['availability', 'temporarily_out'],
  ['availability', 'never'],
  ['price_amount', { missing: 'dont_know' }],
  ['price_amount', { missing: 'refused' }],
];

/** What F4 makes of a cell: the next code instead of an answer, and after the last of them an answer again. */
export function nextCode(
  row: GridRow,
  { name, field }: GridColumn,
): readonly Omit<RowAnswer, 'row'>[] {
  const { answers } = row.content;
  const now = answers[name];
  if (field.answeredBy === 'respondent' && name !== 'price_amount') {
    const missing = nextMissing(isMissing(now) ? now.missing : undefined);
    return [{ field: name, value: missing && { missing } }];
  }
  const at = codes.findIndex(([code, value]) => isSame(answers[code], value));
  const next = codes[at + 1];
  const before = codes[at];
  const restored: readonly Omit<RowAnswer, 'row'>[] =
    before === undefined || before[0] === next?.[0]
      ? []
      : [{ field: before[0], value: before[0] === 'availability' ? 'wide' : undefined }];
  return next === undefined ? restored : [...restored, { field: next[0], value: next[1] }];
}

function isSame(a: AnswerValue | undefined, b: AnswerValue): boolean {
  return isMissing(a) && isMissing(b) ? a.missing === b.missing : a === b;
}
