import type { RecordId } from '#shared/core/ids.ts';
import type { RecordView, ReviewStatus } from '#shared/records/record.ts';
import { specialPaths } from '#shared/records/record.ts';
import { forms } from '#shared/forms/definitions/catalogue.ts';
import type { RecordChange } from '../../db/stores.ts';

/** What a reviewer says when a record goes back: about all of it, and about one question. */
export interface ReturnMessage {
  readonly overall: string;
  readonly field: string | undefined;
  readonly onField: string;
}

/** A step of review on a record. */
export function reviewChange(record: RecordView, to: ReviewStatus, why?: string): RecordChange {
  const reason = why?.trim() ?? '';
  return {
    record: record.id,
    kind: record.kind,
    form: record.form,
    set: { [specialPaths.reviewStatus]: to },
    ...(reason === '' ? {} : { why: reason }),
  };
}

/** Puts the flag for a second look on a record, or takes it off. */
export function flagChange(record: RecordView, flagged: boolean): RecordChange {
  return {
    record: record.id,
    kind: record.kind,
    form: record.form,
    // Cleared rather than false: a flag that is off leaves no trace in the record but in its history.
    set: { [specialPaths.reviewFlag]: flagged ? true : null },
  };
}

/**
 * A record's return with its message, to be written together. What is said of the whole is the reason of the step; what
 * is said of a question is a comment there, so that it stands beside the question on the surveyor's screen.
 */
export function returnChanges(
  record: RecordView,
  message: ReturnMessage,
  newRecordId: () => RecordId,
): readonly RecordChange[] {
  const onField = message.onField.trim();
  const step = reviewChange(record, 'returned', message.overall);
  if (onField === '' || message.field === undefined) return [step];
  const comment: RecordChange = {
    record: newRecordId(),
    kind: 'comment',
    form: forms.comment.version,
    set: { on_record: record.id, on_field: message.field, text: onField },
  };
  return [comment, step];
}

/** Whether a message says anything: a record is not returned without a word. */
export function saysSomething({ overall, field, onField }: ReturnMessage): boolean {
  return overall.trim() !== '' || (field !== undefined && onField.trim() !== '');
}
