import { useState } from 'react';
import type { Failure } from '#shared/core/failure.ts';
import type { RecordView } from '#shared/records/record.ts';
import type { RecordChange } from '../../db/stores.ts';
import type { FinishedForm, OpenForm } from '../../forms/use-open-form.ts';
import { useServices } from '../../services/use-services.ts';
import { changeOf, creationOf, reviewAfterChange } from '../../services/record-change.ts';
import type { RecordSubject } from './record-subject.ts';

/** How a record is finished: and on to the next one, or back. */
export type FinishWay = 'main' | 'other';

interface Pending {
  readonly finished: FinishedForm;
  readonly way: FinishWay;
}

export interface Finish {
  readonly finish: (way: FinishWay) => void;
  /** What a finished record is to say, where it was changed and the person has yet to say why. */
  readonly changed: FinishedForm | undefined;
  readonly confirmWhy: (why: string) => void;
  readonly cancelWhy: () => void;
  readonly isBusy: boolean;
  readonly failure: Failure | undefined;
}

/** Turns a form into an entry: at once where the record is new, with the reason where it was finished before. */
export function useFinish(
  subject: RecordSubject,
  open: OpenForm,
  onDone: (way: FinishWay, finished: FinishedForm) => void,
): Finish {
  const { store, identity } = useServices();
  const [pending, setPending] = useState<Pending>();
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const before = subject.part?.record;

  async function write(change: RecordChange, { way, finished }: Pending): Promise<void> {
    setIsBusy(true);
    await open.autosave.stop();
    const written = await store.records.write([change], [subject.id]);
    setIsBusy(false);
    setFailure(written.ok ? undefined : written.error);
    if (written.ok) onDone(way, finished);
    else open.autosave.resume();
  }
  /** The change came back to what the record says: there is nothing to write. */
  async function dropChange({ way, finished }: Pending): Promise<void> {
    await open.autosave.stop();
    const removed = await store.drafts.remove(subject.id);
    setFailure(removed.ok ? undefined : removed.error);
    if (removed.ok) onDone(way, finished);
  }
  function isSame(record: RecordView, finished: FinishedForm): boolean {
    const change = changeOf(record, subject, finished, { why: '', review: undefined });
    return record.review !== 'returned' && Object.keys(change.set).length === 0;
  }
  function finish(way: FinishWay): void {
    if (isBusy) return;
    const finished = open.tryFinish();
    if (!finished) return;
    if (before && isSame(before, finished)) void dropChange({ finished, way });
    else if (before) setPending({ finished, way });
    else {
      const visit = subject.kind === 'visit' ? null : subject.whole.visit.id;
      const creation = creationOf({ record: subject.id, form: subject.form, visit }, finished);
      void write(creation, { finished, way });
    }
  }
  function confirmWhy(why: string): void {
    if (!before || !pending) return;
    setPending(undefined);
    const review = reviewAfterChange(before, identity);
    void write(changeOf(before, subject, pending.finished, { why, review }), pending);
  }
  return {
    finish,
    changed: pending?.finished,
    confirmWhy,
    cancelWhy: () => setPending(undefined),
    isBusy,
    failure,
  };
}
