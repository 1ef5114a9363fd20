import type { Answers } from '#shared/forms/answers.ts';
import { isGiven } from '#shared/forms/answers.ts';
import { checkRecord } from '#shared/forms/check-record.ts';
import type { Form } from '#shared/forms/define-form.ts';
import type { SurveyFormId } from '#shared/forms/definitions/catalogue.ts';
import { formOf, formVersion } from '#shared/forms/definitions/catalogue.ts';
import type { Finding } from '#shared/forms/finding.ts';
import type { Flag } from '#shared/forms/operand.ts';
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
  const flags = flagsAtEntry(form, context.answers);
  return checkRecord(form, context.answers, { ...context, flags });
}

/**
 * The flags that were up when the record was finished, told by the questions they opened. Medians have moved since: a flag
 * raised anew would ask for an answer nobody was asked for, and a record could not be approved.
 */
function flagsAtEntry(form: Form, answers: Answers): readonly Flag[] {
  return Object.entries(form.fields).flatMap(([name, { shown }]) =>
    shown?.when === 'flag' && isGiven(answers[name]) ? [shown.flag] : [],
  );
}
