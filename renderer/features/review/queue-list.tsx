import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import type { AnswerReader } from '../../forms/answer-text.ts';
import { VirtualList } from '../../ui/virtual-list.tsx';
import type { QueueItem } from './queue-item.ts';
import { QueueRow } from './queue-row.tsx';
import css from './review.module.css';

interface QueueListProps {
  readonly items: readonly QueueItem[];
  readonly index: number;
  readonly reader: AnswerReader;
  readonly onChoose: (index: number) => void;
}

const ROW_HEIGHT_PX = 112;

export function QueueList({ items, index, reader, onChoose }: QueueListProps): JSX.Element {
  const { t } = useLingui();
  return (
    <div className={css['queue']}>
      <VirtualList
        label={t`Records that wait for review`}
        items={items}
        keyOf={({ record }) => record.id}
        estimateHeight={ROW_HEIGHT_PX}
        activeIndex={index}
        renderItem={(item, i) => (
          <QueueRow
            item={item}
            reader={reader}
            isChosen={i === index}
            onChoose={() => onChoose(i)}
          />
        )}
      />
    </div>
  );
}
