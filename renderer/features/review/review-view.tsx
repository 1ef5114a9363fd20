import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useState, useSyncExternalStore } from 'react';
import type { AnswerReader } from '../../forms/answer-text.ts';
import { useServices } from '../../services/use-services.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Page } from '../../ui/page.tsx';
import { useAddressQuery } from '../../ui/use-address-query.ts';
import { QueueList } from './queue-list.tsx';
import { RecordPanel } from './record-panel.tsx';
import css from './review.module.css';
import { useReviewKeys } from './use-review-keys.ts';
import type { useSubmitted } from './use-review-queue.ts';
import { useReviewQueue } from './use-review-queue.ts';

type Submitted = Extract<ReturnType<typeof useSubmitted>, { readonly status: 'ready' }>['value'];

interface ReviewViewProps {
  readonly title: string;
  readonly reader: AnswerReader;
  readonly loaded: Submitted;
}

/** The queue at the start side, the record a person is at beside it, its history at the end. */
export function ReviewView({ title, reader, loaded }: ReviewViewProps): JSX.Element {
  const { t } = useLingui();
  const { items, references } = useReviewQueue(loaded, reader);
  const query = useAddressQuery();
  const { sync } = useServices();
  const isReceiving = useSyncExternalStore(sync.onState, sync.state).kind === 'receiving';
  const asked = query.get('reviewing');
  // Held by its id: what a sync or a flag puts before it must not change the record under a reader's hands. Where it
  // has left the queue, the one that took its place is shown.
  const [held, setHeld] = useState<{ readonly id?: string; readonly index: number }>({ index: 0 });
  const found = items.findIndex(({ record }) => record.id === (asked ?? held.id));
  const index = found === -1 ? Math.min(held.index, items.length - 1) : found;
  const item = items[index];
  if (item && (item.record.id !== held.id || index !== held.index)) {
    setHeld({ id: item.record.id, index });
  }

  function go(to: number): void {
    const next = items[Math.max(0, Math.min(to, items.length - 1))];
    if (!next) return;
    query.change({ reviewing: next.record.id });
  }
  useReviewKeys({
    KeyJ: { label: t`Next record`, run: () => go(index + 1) },
    KeyK: { label: t`Previous record`, run: () => go(index - 1) },
  });

  return (
    <Page
      title={title}
      layout="fill"
      note={
        <>
          <Plural value={items.length} one="# record" other="# records" />
          {' · '}
          {isReceiving
            ? t`records are still being received: the queue is not complete yet`
            : t`the riskiest first · works offline: decisions are sent with the next sync`}
        </>
      }
      actions={
        <p className={css['keys']}>
          <Trans>
            <KeyHint keys="J" /> next <KeyHint keys="K" /> previous
          </Trans>
        </p>
      }
    >
      {item === undefined ? (
        <EmptyState icon="check" title={t`Nothing waits for review`}>
          {t`What surveyors finish appears here after a sync.`}
        </EmptyState>
      ) : (
        <div className={css['parts']}>
          <QueueList items={items} index={index} reader={reader} onChoose={go} />
          <RecordPanel
            key={item.record.id}
            item={item}
            items={items}
            references={references}
            reader={reader}
            onDecided={() => query.change({ reviewing: undefined })}
          />
        </div>
      )}
    </Page>
  );
}
