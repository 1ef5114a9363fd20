import { canonicalJson } from '#shared/core/json.ts';
import { keptRemarks } from '../../../forms/form-status.ts';
import type { GridRow } from './grid-row.ts';

type Contents = Pick<GridRow, 'form' | 'content' | 'memory' | 'record'>;

/** Whether a row holds something of its author that no record has: what was only taken over or offered is nothing yet. */
export function holdsDraft({ form, content, memory, record }: Contents): boolean {
  const { answers, raw, reasons, carried } = content;
  if (Object.keys(raw).length > 0) return true;
  const remarks = keptRemarks(content);
  if (canonicalJson(remarks) !== canonicalJson(record?.remarks ?? {})) return true;
  if (record === undefined) {
    return Object.entries(answers).some(
      ([name, value]) =>
        value !== undefined && !carried.includes(name) && value !== memory.offered[name],
    );
  }
  const asked = Object.entries(form.fields).filter(([, field]) => field.kind !== 'calculate');
  return (
    asked.some(
      ([name]) =>
        canonicalJson(answers[name] ?? null) !== canonicalJson(record.answers[name] ?? null),
    ) || canonicalJson(reasons) !== canonicalJson(record.reasons)
  );
}
