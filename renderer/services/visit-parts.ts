import type { RecordId } from '#shared/core/ids.ts';
import type { Answers } from '#shared/forms/answers.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import type { SurveyFormId } from '#shared/forms/definitions/catalogue.ts';
import { isSurveyFormId } from '#shared/forms/definitions/catalogue.ts';
import type { Draft } from '#shared/records/draft.ts';
import type { RecordView } from '#shared/records/record.ts';
import type { LocalStore } from '../db/stores.ts';

/** A visit, or a record of one, as it stands on this laptop: finished, being typed, or finished and being changed. */
export interface VisitPart {
  readonly id: RecordId;
  readonly kind: SurveyFormId;
  /** What is known of it: the draft where there is one. */
  readonly answers: Answers;
  readonly record: RecordView | undefined;
  readonly draft: Draft | undefined;
}

/** A visit with its records, in the order they were begun. */
export interface WholeVisit {
  readonly visit: VisitPart;
  readonly parts: readonly VisitPart[];
}

/** Joins records and drafts of the same things; records first, then what was never finished, oldest first. */
export function joinParts(
  records: readonly RecordView[],
  drafts: readonly Draft[],
): readonly VisitPart[] {
  const draftOf = new Map(drafts.map((draft) => [draft.record, draft]));
  const finished = records.map((record) => partOf(record, draftOf.get(record.id)));
  const known = new Set(records.map((record) => record.id));
  const begun = drafts
    .filter((draft) => !known.has(draft.record) && !draft.isChange)
    .toSorted((a, b) => (a.record < b.record ? -1 : 1))
    .map((draft) => partOf(undefined, draft));
  return [...finished, ...begun].filter((part) => part !== undefined);
}

function partOf(record: RecordView | undefined, draft: Draft | undefined): VisitPart | undefined {
  const id = record?.id ?? draft?.record;
  const kind = record?.kind ?? draft?.kind;
  if (id === undefined || kind === undefined || !isSurveyFormId(kind)) return undefined;
  const answers = (draft ? answersOfDraft(draft) : (record?.answers ?? {})) as Answers;
  return { id, kind, answers, record, draft };
}

/** The answers of a draft, without the reasons it holds beside them. */
export function answersOfDraft(draft: Draft): Answers {
  return Object.fromEntries(
    Object.entries(draft.set).filter(([path, value]) => !path.startsWith('@') && value !== null),
  ) as Answers;
}

/** A visit and all that belongs to it; undefined where this laptop has neither record nor draft of it. */
export async function loadVisit(store: LocalStore, id: RecordId): Promise<WholeVisit | undefined> {
  const [record, draft, records, drafts] = await Promise.all([
    store.records.find(id),
    store.drafts.find(id),
    store.records.listOfVisit(id),
    store.drafts.listOfVisit(id),
  ]);
  const visit = partOf(record, draft);
  return visit && { visit, parts: joinParts(records, drafts) };
}

/** Every visit of this laptop, finished or not, without its records; the latest begun first. */
export async function listVisits(store: LocalStore): Promise<readonly VisitPart[]> {
  const [records, drafts] = await Promise.all([store.records.list('visit'), store.drafts.list()]);
  return joinParts(
    records,
    drafts.filter((draft) => draft.kind === 'visit'),
  ).toSorted((a, b) => (startOf(a) < startOf(b) ? 1 : -1));
}

function startOf({ answers, id }: VisitPart): string {
  return `${textAnswer(answers['visit_date']) ?? ''} ${textAnswer(answers['started_at']) ?? ''} ${id}`;
}
