import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import type { RecordId } from '#shared/core/ids.ts';
import type { Answers } from '#shared/forms/answers.ts';
import { showToast } from '../../../ui/toasts.tsx';
import type { GridSession } from './grid-session.ts';
import { createRateWatch } from './rate-watch.ts';

// The header is changed on another tab, while no grid is open.
const isChanged = createRateWatch();

/** Says which finished prices rest on another rate, once the rate of the visit was changed. */
export function useRateChange(
  session: GridSession,
  visit: RecordId,
  header: Answers | undefined,
): void {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  useEffect(() => {
    if (!header || !isChanged(visit, header)) return;
    const count = session.keptOtherwise('rate');
    if (count === 0) return;
    showToast({
      tone: 'warn',
      text: t`${plural(count, {
        one: 'The rate of this visit was changed. # finished price of it was kept with another.',
        other:
          'The rate of this visit was changed. # finished prices of it were kept with another.',
      })}`,
      action: { label: t`Look at them`, run: () => navigate('/rates') },
    });
    // oxlint-disable-next-line react/exhaustive-deps -- another language tells nothing twice
  }, [session, visit, header]);
}
