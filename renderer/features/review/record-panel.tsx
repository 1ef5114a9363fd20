import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useMemo } from 'react';
import type { Answers } from '#shared/forms/answers.ts';
import type { SurveyFormId } from '#shared/forms/definitions/catalogue.ts';
import { formTitle } from '#shared/forms/form-labels.ts';
import type { RecordView } from '#shared/records/record.ts';
import { useLive } from '../../db/use-live.ts';
import type { AnswerReader } from '../../forms/answer-text.ts';
import { readRecord } from '../../forms/read-record.ts';
import { RecordAnswers } from '../../forms/record-answers.tsx';
import { nameOfCode } from '../../forms/registers.ts';
import { RecordConflicts } from '../../services/record-conflicts.tsx';
import { useServices } from '../../services/use-services.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { BulkApproval } from './bulk-approval.tsx';
import { DecisionBar } from './decision-bar.tsx';
import { Findings } from './findings.tsx';
import { findingsOf } from './findings-of.ts';
import { PriceFacts } from './price-facts.tsx';
import { KeptWarnings } from './kept-warnings.tsx';
import type { QueueItem } from './queue-item.ts';
import { useRecordTitle } from './record-title.ts';
import css from './review.module.css';
import type { ReviewReferences } from './review-references.ts';
import { SidePanel } from './side-panel.tsx';

interface RecordPanelProps {
  readonly item: QueueItem;
  readonly items: readonly QueueItem[];
  readonly references: ReviewReferences;
  readonly reader: AnswerReader;
  readonly onDecided: () => void;
}

/** The record under review: what is unusual about it, its answers, the decision; beside it what was done and said before. */
export function RecordPanel(props: RecordPanelProps): JSX.Element {
  const { item, items, references, reader, onDecided } = props;
  const { t } = useLingui();
  const { store } = useServices();
  const { record, visit } = item;
  const kind = record.kind as SurveyFormId;
  const title = useRecordTitle(item, reader);
  const ofVisit = useLive(
    () => store.records.listOfVisit(record.visit ?? record.id),
    [store, record],
  );
  const others = ofVisit.status === 'ready' ? ofVisit.value : none;
  const findings = useMemo(
    () => findingsOf(record, others, references),
    [record, others, references],
  );
  const noticed = useMemo(() => references.noticedOf(record), [record, references]);
  const sections = useMemo(
    () => readRecord(record, record === visit ? undefined : (visit?.answers as Answers), reader),
    [record, visit, reader],
  );
  const who = nameOfCode(reader.registers, 'person', record.owner, reader.language);
  const formName = formTitle(kind)[reader.language];

  function canBeApproved(each: RecordView): boolean {
    return findingsOf(each, others, references).every(({ severity }) => severity !== 'stop');
  }

  return (
    <div className={css['main']}>
      <article className={css['record']} aria-label={title}>
        <div className={css['reading']}>
          <header className={css['recordHead']}>
            <div>
              <h2>{title}</h2>
              <p className={css['recordNote']}>{t`${formName} · recorded by ${who}`}</p>
            </div>
            <div className={css['headActions']}>
              <ButtonLink kind="quiet" size="small" to={`/visits/${record.visit ?? record.id}`}>
                {t`Open the visit`}
              </ButtonLink>
              <BulkApproval
                item={item}
                items={items}
                canBeApproved={canBeApproved}
                reader={reader}
                onDecided={onDecided}
              />
            </div>
          </header>
          <RecordConflicts record={record} reader={reader} />
          <Findings
            form={kind}
            findings={findings}
            record={record}
            ratio={item.ratio}
            noticed={noticed}
          />
          <KeptWarnings form={kind} record={record} reader={reader} />
          {kind === 'price' && (
            <PriceFacts item={item} reference={references.priceOf(record)} reader={reader} />
          )}
          <RecordAnswers sections={sections} readPhoto={store.photos.get} />
        </div>
        <DecisionBar item={item} findings={findings} reader={reader} onDecided={onDecided} />
      </article>
      <SidePanel item={item} references={references} reader={reader} />
    </div>
  );
}

const none: readonly RecordView[] = [];
