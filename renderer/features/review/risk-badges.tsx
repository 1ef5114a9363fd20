import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import type { AnswerReader } from '../../forms/answer-text.ts';
import { Badge } from '../../ui/badge.tsx';
import type { QueueItem } from './queue-item.ts';
import { isFar } from './queue-item.ts';
import css from './review.module.css';

interface RiskBadgesProps {
  readonly item: QueueItem;
  readonly reader: AnswerReader;
}

/** Why a record stands where it stands in the queue. */
export function RiskBadges({ item, reader }: RiskBadgesProps): JSX.Element | null {
  const { t } = useLingui();
  const { record, ratio, warnings, isSample } = item;
  const times = ratio === undefined ? '' : reader.format.number(ratio, 2);
  const badges = [
    record.conflicts.length > 0 && (
      <Badge key="conflict" tone="error" icon="warning">{t`Two answers`}</Badge>
    ),
    record.flagged && <Badge key="flag" tone="warn">{t`Flagged`}</Badge>,
    isFar(ratio) && <Badge key="far" tone="error">{t`${times} times the median`}</Badge>,
    warnings > 0 && (
      <Badge key="warnings" tone="warn">
        {t`${plural(warnings, { one: '# warning kept', other: '# warnings kept' })}`}
      </Badge>
    ),
    isSample && <Badge key="sample">{t`Random sample`}</Badge>,
  ].filter(Boolean);
  return badges.length === 0 ? null : <span className={css['badges']}>{badges}</span>;
}
