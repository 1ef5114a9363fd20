import { useLingui } from '@lingui/react/macro';
import type { JSX, ReactNode } from 'react';
import type { RecordId } from '#shared/core/ids.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import { Page } from '../../ui/page.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import type { VisitData } from './use-visit-data.ts';
import { useVisitData } from './use-visit-data.ts';

interface VisitFrameProps {
  readonly visit: RecordId;
  readonly children: (data: VisitData) => ReactNode;
}

/** Reads a visit for the screens that show it, and says so where there is none. */
export function VisitFrame({ visit, children }: VisitFrameProps): ReactNode {
  const { t } = useLingui();
  const state = useVisitData(visit);
  if (state.status === 'loading') return <Spinner />;
  if (state.status === 'ready') return children(state.data);
  return (
    <Page title={t`Visit`} back={{ to: '/visits?', label: t`All visits` }}>
      {state.status === 'failed' ? <FailureView failure={state.failure} /> : <NoVisit />}
    </Page>
  );
}

function NoVisit(): JSX.Element {
  const { t } = useLingui();
  return (
    <EmptyState
      icon="pin"
      title={t`This visit is not on this laptop`}
      action={<ButtonLink to="/visits?">{t`All visits`}</ButtonLink>}
    >
      {t`It may have been deleted, or not have arrived with the last sync yet.`}
    </EmptyState>
  );
}
