import type { RecordId } from '#shared/core/ids.ts';
import type { Answers } from '#shared/forms/answers.ts';
import type { LocalStore } from '../../db/stores.ts';
import { answersOfDraft } from '../../services/visit-parts.ts';
import type { Place } from './load-outbox.ts';

/** A visit by id, finished or still a draft; undefined where this laptop has neither. */
export async function visitOf(store: LocalStore, id: RecordId): Promise<Place | undefined> {
  const record = await store.records.find(id);
  if (record) return { id, answers: record.answers as Answers };
  const draft = await store.drafts.find(id);
  return draft && { id, answers: answersOfDraft(draft) };
}
