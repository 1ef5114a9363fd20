import type { RecordId } from '#shared/core/ids.ts';
import { isSurveyFormId } from '#shared/forms/definitions/catalogue.ts';

/** Where a record is filled in; undefined for what has no such screen (comments, most registers). */
export function recordAddress(
  kind: string,
  record: RecordId,
  visit: RecordId | null | undefined,
): string | undefined {
  if (kind === 'visit') return `/visits/${record}`;
  if (kind === 'exchange_rate') return '/rates';
  if (kind === 'unit_factor') return '/measures';
  return isSurveyFormId(kind) && visit ? `/visits/${visit}/${kind}/${record}` : undefined;
}
