import { useEffect } from 'react';
import { focusFirstOpen } from '../../forms/focus-first-open.ts';
import type { FormAid } from '../../forms/form-aid.ts';
import type { FormContent } from '../../forms/form-content.ts';
import type { FinishedForm, OpenForm } from '../../forms/use-open-form.ts';
import { useServices } from '../../services/use-services.ts';
import type { ComboboxOption } from '../../ui/combobox-search.ts';
import type { VisitReferences } from './past-records.ts';
import { mayChange } from '../../services/record-change.ts';
import type { RecordSubject } from './record-subject.ts';
import type { Finish, FinishWay } from './use-finish.ts';
import { useFinish } from './use-finish.ts';
import { useRecordForm } from './use-record-form.ts';
import type { RecordTalk } from './use-record-talk.ts';

export interface RecordEditor {
  readonly subject: RecordSubject;
  readonly talk: RecordTalk;
  readonly open: OpenForm;
  readonly aid: FormAid;
  readonly references: VisitReferences;
  /** Whether it can be read only: it is settled, or somebody else's. */
  readonly isLocked: boolean;
  /** Whether there is anything to finish: a new record, a change, or a returned record. */
  readonly canFinish: boolean;
  readonly finishing: Finish;
}

interface EditorStart {
  readonly initial: FormContent;
  readonly records: readonly ComboboxOption[];
  readonly talk: RecordTalk;
}

/** The form of a visit or a record with all that belongs to filling it in. */
export function useRecordEditor(
  subject: RecordSubject,
  { initial, records, talk }: EditorStart,
  onDone: (way: FinishWay, finished: FinishedForm) => void,
): RecordEditor {
  const { identity } = useServices();
  const form = useRecordForm(subject, { initial, records, notes: talk.onFields });
  const finishing = useFinish(subject, form.open, form.aid.photos, onDone);
  const record = subject.part?.record;
  const isLocked = record !== undefined && !mayChange(record, identity);
  useEffect(() => {
    // A form that is to be filled in takes the keyboard at once; one that is read does not.
    if (record !== undefined) return;
    form.open.rootRef.current?.closest('main')?.scrollTo(0, 0);
    focusFirstOpen(form.open);
    // oxlint-disable-next-line react/exhaustive-deps -- once, when the form appears
  }, []);
  const isTouched = subject.part?.draft !== undefined || record?.review === 'returned';
  const canFinish = !isLocked && (record === undefined || isTouched);
  return { ...form, subject, talk, isLocked, canFinish, finishing };
}
