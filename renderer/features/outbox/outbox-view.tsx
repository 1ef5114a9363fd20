import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useSyncExternalStore } from 'react';
import type { Registers } from '../../forms/registers.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useServices } from '../../services/use-services.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { AsideCard } from './aside-card.tsx';
import { DraftRow } from './draft-row.tsx';
import type { Outbox } from './load-outbox.ts';
import { OutboxCounters } from './outbox-counters.tsx';
import { OthersCard } from './others-card.tsx';
import { ProblemRow } from './problem-row.tsx';
import { ReceiptsCard } from './receipts-card.tsx';
import { StickCard } from './stick-card.tsx';
import { SyncRow } from './sync-row.tsx';
import { useOutboxWords } from './use-outbox-words.ts';
import { PhotosRow, WaitingRow } from './waiting-row.tsx';

interface OutboxViewProps {
  readonly outbox: Outbox;
  readonly registers: Registers;
}

// A month offline is some hundred visits; the rest is counted.
const MOST_ROWS = 100;

export function OutboxView({ outbox, registers }: OutboxViewProps): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  const { sync } = useServices();
  const state = useSyncExternalStore(sync.onState, sync.state);
  const words = useOutboxWords(registers);
  const { problems, aside, waiting, photos, drafts } = outbox;
  const isEmpty = problems.length + waiting.length + photos.count + drafts.length === 0;
  const more = Math.max(0, waiting.length - MOST_ROWS);
  const most = format.number(MOST_ROWS);
  return (
    <>
      <OutboxCounters outbox={outbox} words={words} />
      <Card title={t`List`} note={more > 0 ? t`The first ${most} visits that wait` : undefined}>
        <RowList>
          <SyncRow state={state} />
          {problems.map((problem) => (
            <ProblemRow key={problem.record.id} problem={problem} words={words} />
          ))}
          {waiting.slice(0, MOST_ROWS).map((group) => (
            <WaitingRow key={group.visit?.id ?? 'others'} group={group} words={words} />
          ))}
          {photos.count > 0 && <PhotosRow photos={photos} />}
          {drafts.map((draft) => (
            <DraftRow key={draft.draft.record} open={draft} words={words} />
          ))}
        </RowList>
        {isEmpty && (
          <EmptyState icon="check" title={t`Nothing waits to be sent`}>
            {t`What you record next stands here until the server has confirmed it.`}
          </EmptyState>
        )}
      </Card>
      {aside.length > 0 && <AsideCard problems={aside} words={words} />}
      <StickCard coverage={outbox.coverage} />
      <ReceiptsCard coverage={outbox.coverage} />
      <OthersCard registers={registers} />
    </>
  );
}
