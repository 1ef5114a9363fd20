import type { PlainDate } from '#shared/core/plain-date.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import { isSurveyFormId } from '#shared/forms/definitions/catalogue.ts';
import type { LocalStore } from '../../db/stores.ts';
import { issuesOf, readStatus } from '../../forms/form-status.ts';
import type { Registers } from '../../forms/registers.ts';
import type { VisitPart, WholeVisit } from '../../services/visit-parts.ts';
import { loadVisit } from '../../services/visit-parts.ts';
import { contentOf } from '../../services/part-content.ts';
import type { PastRecords } from './past-records.ts';
import { referencesOf } from './past-records.ts';
import { contextOf, formOfPart } from './record-subject.ts';

/** Something begun and not finished, with the visit it belongs to. */
export interface OpenDraft {
  readonly part: VisitPart;
  readonly whole: WholeVisit;
}

/** How many questions keep a draft from being finished, by what they need. */
export interface DraftState {
  readonly missing: number;
  readonly wrong: number;
  /** Warned of, and not explained or typed again. */
  readonly warned: number;
}

/** What is known beside the visit of a draft. */
export interface DraftSurroundings {
  readonly registers: Registers;
  readonly past: PastRecords;
  readonly today: PlainDate;
}

/** Every draft of a visit or of a record of one, the one saved last first. */
export async function loadOpenDrafts(store: LocalStore): Promise<readonly OpenDraft[]> {
  const drafts = (await store.drafts.list()).filter(({ kind }) => isSurveyFormId(kind));
  const visits = new Map<string, Promise<WholeVisit | undefined>>();
  const found = drafts.map(async ({ record, visit }): Promise<readonly OpenDraft[]> => {
    const id = visit ?? record;
    const loading = visits.get(id) ?? loadVisit(store, id);
    visits.set(id, loading);
    const whole = await loading;
    const part = whole && [whole.visit, ...whole.parts].find((one) => one.id === record);
    return part ? [{ part, whole }] : [];
  });
  return (await Promise.all(found)).flat();
}

/** What its form would say if it were finished now. */
export function draftState(
  { part, whole }: OpenDraft,
  { registers, past, today }: DraftSurroundings,
): DraftState {
  const { id, kind } = part;
  const visit = whole.visit.answers;
  const form = formOfPart(kind, part);
  const country = textAnswer(visit['country']) ?? '';
  const references = referencesOf(past, registers, { country, record: id, visit, today });
  const subject = { id, kind, form, part, whole, registers, past, today };
  const content = contentOf(part);
  const status = readStatus(form, content, contextOf(subject, references));
  const issues = issuesOf(form, content, status, {});
  const missing = issues.filter(
    (issue) => issue.kind === 'finding' && issue.finding.kind === 'required',
  ).length;
  const warned = issues.filter(({ kind: of }) => of === 'no-reason' || of === 'not-retyped').length;
  return { missing, warned, wrong: issues.length - missing - warned };
}
