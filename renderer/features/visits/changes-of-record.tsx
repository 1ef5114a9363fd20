import type { JSX } from 'react';
import { changedAnswers } from '../../forms/changed-answers.ts';
import { ChangedAnswersView } from '../../forms/changed-answers-view.tsx';
import type { FinishedForm } from '../../forms/use-open-form.ts';
import { usePreferences } from '../../i18n/preference-store.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useServices } from '../../services/use-services.ts';
import type { RecordSubject } from './record-subject.ts';

interface ChangesOfRecordProps {
  readonly subject: RecordSubject;
  readonly after: FinishedForm;
}

/** Both versions of a finished record that was changed in its form. */
export function ChangesOfRecord({ subject, after }: ChangesOfRecordProps): JSX.Element | null {
  const { store } = useServices();
  const { language } = usePreferences();
  const format = useFormat();
  const { part, kind, whole, registers } = subject;
  if (!part?.record) return null;
  const visit = kind === 'visit' ? undefined : whole.visit.answers;
  const changes = changedAnswers(
    { before: part.record, after, visit },
    { registers, language, format },
  );
  return <ChangedAnswersView changes={changes} readPhoto={store.photos.get} />;
}
