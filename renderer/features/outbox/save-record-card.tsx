import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useState } from 'react';
import type { Failure } from '#shared/core/failure.ts';
import { directionOf } from '#shared/core/language.ts';
import { isSurveyFormId } from '#shared/forms/definitions/catalogue.ts';
import type { AnswerReader } from '../../forms/answer-text.ts';
import { readRecord } from '../../forms/read-record.ts';
import { useFailureText } from '../../i18n/use-failure-text.ts';
import { useServices } from '../../services/use-services.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import type { SendLog } from './load-send-log.ts';
import { recordFile } from './record-file.ts';
import { saveFile } from '../../services/save-file.ts';

interface SaveRecordCardProps {
  readonly log: SendLog;
  readonly name: string;
  readonly reader: AnswerReader;
}

/** Takes one record out as a file, where it cannot be sent and somebody must look at it. */
export function SaveRecordCard({ log, name, reader }: SaveRecordCardProps): JSX.Element {
  const { t } = useLingui();
  const { desktop } = useServices();
  const textOf = useFailureText();
  const [outcome, setOutcome] = useState<Failure | 'saved'>();
  const { record, visit, details, history } = log;

  async function save(): Promise<void> {
    const state = details?.state;
    const problem = state?.kind === 'refused' ? textOf(state.failure) : undefined;
    const bytes = recordFile({
      title: name,
      language: reader.language,
      direction: directionOf[reader.language],
      note: problem ? `${problem.what} ${problem.advice}` : '',
      sections: isSurveyFormId(record.kind) ? readRecord(record, visit?.answers, reader) : [],
      history,
    });
    const saved = await saveFile(
      desktop,
      `bazarnegar-${record.kind}-${record.id.slice(-8)}.html`,
      bytes,
    );
    if (!saved.ok) setOutcome(saved.error);
    else setOutcome(saved.value ? 'saved' : undefined);
  }

  return (
    <Card
      title={t`Take it to someone`}
      note={t`A page that every browser shows: questions, answers, reasons and remarks, and at its end the entries as data. It is not encrypted: names and phone numbers in it can be read by whoever has it. Photos are not in it.`}
      actions={
        <Button icon="download" onClick={() => void save()}>
          {t`Save as a file`}
        </Button>
      }
    >
      {outcome === 'saved' && <output>{t`Saved. The record stays here and is still sent.`}</output>}
      {outcome !== undefined && outcome !== 'saved' && <FailureView failure={outcome} />}
    </Card>
  );
}
