import type { SurveyFormId } from '../forms/definitions/catalogue.ts';
import { forms } from '../forms/definitions/catalogue.ts';
import type { Field } from '../forms/field.ts';
import type { RecordView } from '../records/record.ts';
import type { ExportSource } from './export-source.ts';
import type { ExportChoices } from './manifest.ts';

/** Whether a question asks for personal data. */
export function isPersonal(form: SurveyFormId, field: string): boolean {
  const fields: Readonly<Record<string, Field>> = forms[form].fields;
  return fields[field]?.personal === true;
}

/**
 * Whether personal data of a record may leave: the person exporting asks for it, and the respondent of its visit agreed to the interview
 * (`consent` is yes) and to its being shared (`consent_share` is yes), and nobody wrote otherwise at the same time. All, or nothing.
 */
export function maySharePersonal(
  record: RecordView,
  source: Pick<ExportSource, 'visit'>,
  personal: ExportChoices['personal'],
): boolean {
  if (personal === 'left_out') return false;
  const visit = record.visit === undefined ? record : source.visit(record.visit);
  return ['consent', 'consent_share'].every(
    (question) => visit?.answers[question] === 'yes' && !visit.conflicts.includes(question),
  );
}
