import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Failure } from '#shared/core/failure.ts';
import type { Sha256 } from '#shared/core/ids.ts';
import { photoHashesIn } from '#shared/records/photo-hashes.ts';
import type { RecordView } from '#shared/records/record.ts';
import type { RecordChange } from '../../db/stores.ts';
import type { PhotoAccess } from '../../forms/form-aid.ts';
import type { FinishedForm, OpenForm } from '../../forms/use-open-form.ts';
import { mayHavePlaces, withoutPlaces } from '../../forms/without-places.ts';
import { useServices } from '../../services/use-services.ts';
import { changeOf, creationOf, reviewAfterChange } from '../../services/record-change.ts';
import { showToast } from '../../ui/toasts.tsx';
import type { RecordSubject } from './record-subject.ts';

/** How a record is finished: and on to the next one, or back. */
export type FinishWay = 'main' | 'other';

interface Pending {
  readonly finished: FinishedForm;
  readonly way: FinishWay;
  /** Photos in the place of which others stand in it. */
  readonly replaced: readonly Sha256[];
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
  photos: PhotoAccess,
  onDone: (way: FinishWay, finished: FinishedForm) => void,
): Finish {
  const { t } = useLingui();
  const { store, identity } = useServices();
  const [pending, setPending] = useState<Pending>();
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const before = subject.part?.record;

  async function write(change: RecordChange, { way, finished, replaced }: Pending): Promise<void> {
    setIsBusy(true);
    await open.autosave.stop();
    const gone = replaced.map((sha256) => ({ sha256, record: subject.id }));
    const written = await store.records.write([change], [subject.id], gone);
    setIsBusy(false);
    setFailure(written.ok ? undefined : written.error);
    if (!written.ok) return open.autosave.resume();
    void tellMissing(finished);
    return onDone(way, finished);
  }
  /** What is named and not there any more can be taken again while the person stands there. */
  async function tellMissing({ answers }: FinishedForm): Promise<void> {
    const missing = await store.photos.missing([...photoHashesIn(answers)]);
    if (missing.length === 0) return;
    showToast({
      tone: 'error',
      text: t`A photo of this record is not on this laptop any more and cannot be sent. Take it again, or take it out.`,
    });
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
    if (mayHavePlaces(subject.form, finished.answers))
      void bareFirst({ finished, way, replaced: [] });
    else goOn({ finished, way, replaced: [] });
  }
  async function bareFirst({ finished, way }: Pending): Promise<void> {
    setIsBusy(true);
    const { answers, replaced } = await withoutPlaces(subject.form, finished.answers, photos);
    setIsBusy(false);
    goOn({ finished: { ...finished, answers }, way, replaced });
  }
  function goOn(next: Pending): void {
    if (before && isSame(before, next.finished)) void dropChange(next);
    else if (before) setPending(next);
    else {
      const visit = subject.kind === 'visit' ? null : subject.whole.visit.id;
      const creation = creationOf({ record: subject.id, form: subject.form, visit }, next.finished);
      void write(creation, next);
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
