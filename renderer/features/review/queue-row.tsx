import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { parseStamp } from '#shared/core/stamp.ts';
import type { AnswerReader } from '../../forms/answer-text.ts';
import { nameOfCode } from '../../forms/registers.ts';
import { joinClasses } from '../../ui/join-classes.ts';
import type { QueueItem } from './queue-item.ts';
import { recordFigure, useRecordTitle } from './record-title.ts';
import css from './review.module.css';
import { RiskBadges } from './risk-badges.tsx';

interface QueueRowProps {
  readonly item: QueueItem;
  readonly reader: AnswerReader;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** A record of the queue: what it is, what it says, what speaks for a closer look. */
export function QueueRow({ item, reader, isChosen, onChoose }: QueueRowProps): JSX.Element {
  const { t } = useLingui();
  const title = useRecordTitle(item, reader);
  const { record } = item;
  const who = nameOfCode(reader.registers, 'person', record.owner, reader.language);
  const when = reader.format.dateTime(parseStamp(record.changedAt)?.ms ?? 0);
  const figure = recordFigure(record, reader);
  return (
    <button
      type="button"
      aria-current={isChosen || undefined}
      aria-label={t`Open: ${title}`}
      className={joinClasses(css['item'], isChosen && css['chosen'])}
      onClick={onChoose}
    >
      <span className={css['itemTitle']}>{title}</span>
      {figure !== undefined && <bdi className={css['itemFigure']}>{figure}</bdi>}
      <span className={css['itemNote']}>
        {who} · {when}
      </span>
      <RiskBadges item={item} reader={reader} />
    </button>
  );
}
