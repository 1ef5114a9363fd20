import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import type { Answers } from '#shared/forms/answers.ts';
import type { FormId } from '#shared/forms/definitions/catalogue.ts';
import { formTitle } from '#shared/forms/form-labels.ts';
import type { RecordView } from '#shared/records/record.ts';
import { useLive } from '../../db/use-live.ts';
import type { AnswerReader } from '../../forms/answer-text.ts';
import { ConflictView } from '../../forms/conflict-view.tsx';
import { readRecord } from '../../forms/read-record.ts';
import { RecordAnswers } from '../../forms/record-answers.tsx';
import { recordEvents } from '../../forms/record-events.ts';
import { RecordHistory } from '../../forms/record-history.tsx';
import { mayReview } from '../../services/record-change.ts';
import { useServices } from '../../services/use-services.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import css from './records.module.css';
import { ReviewBadge } from './review-badge.tsx';

interface RecordDialogProps {
  readonly record: RecordView;
  readonly reader: AnswerReader;
  readonly onClose: () => void;
}

/** Everything known of one record: its answers, what was done to it, and answers that contradict each other. */
export function RecordDialog({ record, reader, onClose }: RecordDialogProps): JSX.Element {
  const { t } = useLingui();
  const { store, identity } = useServices();
  const { records } = store;
  const form = record.kind as FormId;
  const more = useLive(async () => {
    const [state, entries, comments, visit] = await Promise.all([
      records.state(record.id),
      records.history(record.id),
      records.comments(record.id),
      record.visit === undefined ? undefined : records.find(record.visit),
    ]);
    return { state, events: recordEvents(entries, comments), visit };
  }, [records, record]);
  const known = more.status === 'ready' ? more.value : undefined;
  const visit = known?.visit?.answers as Answers | undefined;

  return (
    <Dialog
      size="wide"
      title={formTitle(form)[reader.language]}
      onClose={onClose}
      actions={
        <>
          {record.review === 'submitted' && mayReview(record, identity) && (
            <ButtonLink kind="primary" icon="review" to={`/review?reviewing=${record.id}`}>
              {t`Review it`}
            </ButtonLink>
          )}
          <ButtonLink to={`/visits/${record.visit ?? record.id}`}>{t`Open the visit`}</ButtonLink>
        </>
      }
    >
      <div className={css['details']}>
        <ReviewBadge record={record} language={reader.language} />
        {known?.state && record.conflicts.length > 0 && (
          <ConflictView state={known.state} paths={record.conflicts} reader={reader} />
        )}
        <div className={css['twoParts']}>
          <RecordAnswers
            sections={readRecord(record, visit, reader)}
            readPhoto={store.photos.get}
          />
          <section>
            <h3>{t`History`}</h3>
            {known && <RecordHistory form={form} events={known.events} reader={reader} />}
          </section>
        </div>
      </div>
    </Dialog>
  );
}
