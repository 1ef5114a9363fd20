import type { RecordId } from '#shared/core/ids.ts';
import type { Answers } from '#shared/forms/answers.ts';
import type { Form } from '#shared/forms/define-form.ts';
import type { Draft } from '#shared/records/draft.ts';
import type { RecordView } from '#shared/records/record.ts';
import type { RecordChange } from '../db/stores.ts';
import type { FormContent } from '../forms/form-content.ts';
import type { FinishedForm } from '../forms/use-open-form.ts';
import { contentOf } from './part-content.ts';
import { changeOf, writtenValues } from './record-change.ts';
import { answersOfDraft } from './visit-parts.ts';

/** What the form of a register's item begins with: what was typed, else the item that is changed, else what is offered. */
export function contentOfItem(
  record: RecordView | undefined,
  draft: Draft | undefined,
  offered: Answers,
): FormContent {
  const answers = draft ? answersOfDraft(draft) : ((record?.answers as Answers) ?? offered);
  return contentOf({ answers, record, draft });
}

/** The entry that writes an item down, or changes one to what the form holds. */
export function changeOfItem(
  { record, form }: { readonly record: RecordId; readonly form: Form },
  before: RecordView | undefined,
  finished: FinishedForm,
  why: string,
): RecordChange {
  if (before) return changeOf(before, { form }, finished, { why, review: undefined });
  return { record, kind: form.id, form: form.version, set: writtenValues(finished) };
}
