import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { Notice } from '../../ui/notice.tsx';

/** Stands where records would be added to a visit whose respondent did not consent. */
export function ClosedNotice(): JSX.Element {
  const { t } = useLingui();
  return (
    <Notice tone="info" title={t`The respondent did not agree to the interview`}>
      {t`Only the visit itself is kept: prices, demand and competitors cannot be added to it.`}
    </Notice>
  );
}
