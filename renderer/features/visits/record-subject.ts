import type { RecordId } from '#shared/core/ids.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import { insideAdmin1 } from '#shared/analysis/inside-admin1.ts';
import type { Answers } from '#shared/forms/answers.ts';
import type { FormContext } from '#shared/forms/context.ts';
import type { Form } from '#shared/forms/define-form.ts';
import type { SurveyFormId } from '#shared/forms/definitions/catalogue.ts';
import { formOf, formVersion } from '#shared/forms/definitions/catalogue.ts';
import type { Registers } from '../../forms/registers.ts';
import type { VisitPart, WholeVisit } from '../../services/visit-parts.ts';
import type { PastRecords, VisitReferences } from './past-records.ts';

/** The record a form is opened for: the visit itself or a part of it, new where `part` is undefined. */
export interface RecordSubject {
  readonly id: RecordId;
  readonly kind: SurveyFormId;
  readonly form: Form;
  readonly part: VisitPart | undefined;
  readonly whole: WholeVisit;
  readonly registers: Registers;
  readonly past: PastRecords;
  readonly today: PlainDate;
}

/** The form a record was begun with; a new one gets the newest. */
export function formOfPart(kind: SurveyFormId, part: VisitPart | undefined): Form {
  const version = part?.draft?.form ?? part?.record?.form;
  return (version === undefined ? undefined : formVersion(kind, version)) ?? formOf(kind);
}

/** What the subject's conditions, checks and calculations look at. */
export function contextOf(subject: RecordSubject, references: VisitReferences): FormContext {
  const { id, kind, whole, registers, today } = subject;
  const { visit, parts } = whole;
  return {
    recordId: id,
    ...(kind === 'visit' ? {} : { visit: visit.answers }),
    siblings: parts.flatMap((part) =>
      part.kind === kind && part.id !== id && part.record ? [part.record.answers as Answers] : [],
    ),
    item: registers.item,
    today,
    flags: [],
    references: references.references,
    insideAdmin1,
    stage: 'finish',
  };
}
