import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import type { VisitPart } from '../../services/visit-parts.ts';
import { Badge } from '../../ui/badge.tsx';

/** Where a visit or record stands, as its author sees it. */
export function PartState({ part }: { readonly part: VisitPart }): JSX.Element {
  const { t } = useLingui();
  const { record, draft } = part;
  if (!record) return <Badge tone="accent">{t`Draft`}</Badge>;
  return (
    <>
      {record.conflicts.length > 0 && (
        <Badge tone="error" icon="warning">
          {t`Two answers`}
        </Badge>
      )}
      {draft && <Badge tone="accent">{t`Being changed`}</Badge>}
      <ReviewBadge review={record.review} />
    </>
  );
}

function ReviewBadge({
  review,
}: {
  readonly review: NonNullable<VisitPart['record']>['review'];
}): JSX.Element {
  const { t } = useLingui();
  switch (review) {
    case 'returned':
      return (
        <Badge tone="warn" icon="return">
          {t`Returned`}
        </Badge>
      );
    case 'approved':
      return (
        <Badge tone="ok" icon="check">
          {t`Approved`}
        </Badge>
      );
    case 'rejected':
      return <Badge tone="error">{t`Rejected`}</Badge>;
    case 'submitted':
    case undefined:
      return <Badge>{t`Finished`}</Badge>;
  }
}
