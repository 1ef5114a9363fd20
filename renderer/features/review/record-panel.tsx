import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useMemo } from 'react';
import type { Answers } from '#shared/forms/answers.ts';
import { checkRecord, raisedFlags } from '#shared/forms/check-record.ts';
import type { SurveyFormId } from '#shared/forms/definitions/catalogue.ts';
import { formOf, formVersion } from '#shared/forms/definitions/catalogue.ts';
import { formTitle } from '#shared/forms/form-labels.ts';
import { useLive } from '../../db/use-live.ts';
import type { AnswerReader } from '../../forms/answer-text.ts';
import { readRecord } from '../../forms/read-record.ts';
import { RecordAnswers } from '../../forms/record-answers.tsx';
import { nameOfCode } from '../../forms/registers.ts';
import { useServices } from '../../services/use-services.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { DecisionBar } from './decision-bar.tsx';
import { Findings } from './findings.tsx';
import { PriceFacts } from './price-facts.tsx';
import type { QueueItem } from './queue-item.ts';
import { RecordConflicts } from './record-conflicts.tsx';
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
  const siblings = useLive(
    async () => (record.visit === undefined ? [] : await store.records.listOfVisit(record.visit)),
    [store, record],
  );
  const findings = useMemo(() => {
    const form = formVersion(kind, record.form) ?? formOf(kind);
    const others = (siblings.status === 'ready' ? siblings.value : []).filter(
      (each) => each.kind === kind && each.id !== record.id,
    );
    const context = references.contextOf(
      record,
      others.map(({ answers }) => answers as Answers),
    );
    const flags = raisedFlags(form, context.answers, context);
    return checkRecord(form, context.answers, { ...context, flags });
  }, [references, record, kind, siblings]);
  const sections = useMemo(
    () => readRecord(record, record === visit ? undefined : (visit?.answers as Answers), reader),
    [record, visit, reader],
  );
  const who = nameOfCode(reader.registers, 'person', record.owner, reader.language);
  const formName = formTitle(kind)[reader.language];

  return (
    <>
      <article className={css['record']} aria-label={title}>
        <div className={css['reading']}>
          <header className={css['recordHead']}>
            <div>
              <h2>{title}</h2>
              <p className={css['recordNote']}>{t`${formName} · recorded by ${who}`}</p>
            </div>
            <ButtonLink kind="quiet" size="small" to={`/visits/${record.visit ?? record.id}`}>
              {t`Open the visit`}
            </ButtonLink>
          </header>
          <RecordConflicts record={record} reader={reader} />
          <Findings form={kind} findings={findings} record={record} ratio={item.ratio} />
          {kind === 'price' && (
            <PriceFacts item={item} reference={references.priceOf(record)} reader={reader} />
          )}
          <RecordAnswers sections={sections} />
        </div>
        <DecisionBar
          item={item}
          items={items}
          findings={findings}
          reader={reader}
          onDecided={onDecided}
        />
      </article>
      <SidePanel item={item} references={references} reader={reader} />
    </>
  );
}
