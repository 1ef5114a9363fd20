import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useSyncExternalStore } from 'react';
import type { AnswerReader } from '../../forms/answer-text.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useServices } from '../../services/use-services.ts';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { RowList, Row } from '../../ui/row-list.tsx';
import type { SendLog } from './load-send-log.ts';
import { NextStepRow } from './next-step-row.tsx';
import { ProblemRow } from './problem-row.tsx';
import { SaveRecordCard } from './save-record-card.tsx';
import { TryRow } from './try-row.tsx';
import { useOutboxWords } from './use-outbox-words.ts';

interface SendLogViewProps {
  readonly log: SendLog;
  readonly reader: AnswerReader;
}

export function SendLogView({ log, reader }: SendLogViewProps): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  const { sync, ambient } = useServices();
  const state = useSyncExternalStore(sync.onState, sync.state);
  const words = useOutboxWords(reader.registers);
  const { record, visit, details, tries, savedMs } = log;
  const name = words.record(record.kind, visit);
  const saved = format.recent(savedMs, ambient.nowMs());
  return (
    <>
      <Card title={name}>
        <RowList>
          <Row
            mark={<Badge tone="ok" icon="check">{t`Saved`}</Badge>}
            title={t`On this laptop`}
            note={t`Last changed ${saved}; saved and flushed to the disk`}
          />
          {details?.state.kind === 'refused' ? (
            <ProblemRow
              problem={{ record, visit, failure: details.state.failure }}
              words={words}
              hasLog
            />
          ) : (
            <NextStepRow details={details} state={state} />
          )}
        </RowList>
      </Card>
      {details && (
        <Card
          title={t`What was tried since it waits`}
          note={tries.length === 0 ? t`Nothing yet` : undefined}
        >
          <RowList>
            {tries.map((one) => (
              <TryRow key={one.firstMs} tries={one} />
            ))}
          </RowList>
        </Card>
      )}
      <SaveRecordCard log={log} name={name} reader={reader} />
    </>
  );
}
