import type { Answers } from '#shared/forms/answers.ts';
import { checkRecord, raisedFlags } from '#shared/forms/check-record.ts';
import type { SurveyFormId } from '#shared/forms/definitions/catalogue.ts';
import { formOf, formVersion } from '#shared/forms/definitions/catalogue.ts';
import type { Finding } from '#shared/forms/finding.ts';
import type { RecordView } from '#shared/records/record.ts';
import type { ReviewReferences } from './review-references.ts';

/** What the rules of its form say of a finished record now, at approval; `others`: the records of its visit. */
export function findingsOf(
  record: RecordView,
  others: readonly RecordView[],
  references: ReviewReferences,
): readonly Finding[] {
  const form = formVersion(record.kind, record.form) ?? formOf(record.kind as SurveyFormId);
  const siblings = others
    .filter(({ kind, id }) => kind === record.kind && id !== record.id)
    .map(({ answers }) => answers as Answers);
  const context = references.contextOf(record, siblings);
  const flags = raisedFlags(form, context.answers, context);
  return checkRecord(form, context.answers, { ...context, flags });
}
