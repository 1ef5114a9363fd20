import type { RecordId } from '#shared/core/ids.ts';
import type { Answers } from '#shared/forms/answers.ts';
import type { LocalStore } from '../../db/stores.ts';
import type { VisitPart } from '../../services/visit-parts.ts';
import { answersOfDraft } from '../../services/visit-parts.ts';

/** A visit as far as a person tells it from others: its id and answers. */
export type Place = Pick<VisitPart, 'id' | 'answers'>;

/** A visit by id, finished or still a draft; undefined where this laptop has neither. */
export async function visitOf(store: LocalStore, id: RecordId): Promise<Place | undefined> {
  const record = await store.records.find(id);
  if (record) return { id, answers: record.answers as Answers };
  const draft = await store.drafts.find(id);
  return draft && { id, answers: answersOfDraft(draft) };
}
