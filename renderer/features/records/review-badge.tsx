import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import type { Language } from '#shared/core/language.ts';
import { choiceLabel } from '#shared/forms/form-labels.ts';
import type { RecordView, ReviewStatus } from '#shared/records/record.ts';
import type { Tone } from '../../ui/badge.tsx';
import { Badge } from '../../ui/badge.tsx';
import css from './records.module.css';

const tones: Readonly<Record<ReviewStatus, Tone>> = {
  submitted: 'neutral',
  returned: 'warn',
  approved: 'ok',
  rejected: 'error',
};

interface ReviewBadgeProps {
  readonly record: RecordView;
  readonly language: Language;
}

/** Where a record stands in review, whether it is flagged, and whether two answers wait for a person. */
export function ReviewBadge({ record, language }: ReviewBadgeProps): JSX.Element {
  const { t } = useLingui();
  const { review, flagged, conflicts } = record;
  return (
    <span className={css['badges']}>
      {review !== undefined && (
        <Badge tone={tones[review]}>
          {choiceLabel('review_status', review)?.[language] ?? review}
        </Badge>
      )}
      {flagged && <Badge tone="warn">{t`Flagged`}</Badge>}
      {conflicts.length > 0 && <Badge tone="error">{t`Two answers`}</Badge>}
    </span>
  );
}
