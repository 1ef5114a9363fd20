import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useLive } from '../../db/use-live.ts';
import { useRegisters } from '../../services/use-registers.ts';
import { useServices } from '../../services/use-services.ts';
import { useStartVisit } from '../../services/use-start-visit.ts';
import { listVisits } from '../../services/visit-parts.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Page } from '../../ui/page.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { DraftsCard } from './drafts-card.tsx';
import { VisitList } from './visit-list.tsx';

/** All visits of this laptop, and the way to a new one. */
export function VisitListPage(): JSX.Element {
  const { t } = useLingui();
  const { store } = useServices();
  const visits = useLive(() => listVisits(store), [store]);
  const registers = useRegisters();
  const { start, isStarting, failure } = useStartVisit();
  useShortcut({ code: 'KeyN', run: () => start(), label: t`New visit` });

  function content(): JSX.Element {
    if (visits.status === 'failed') return <FailureView failure={visits.failure} />;
    if (registers.status === 'failed') return <FailureView failure={registers.failure} />;
    if (visits.status === 'loading' || registers.status === 'loading') return <Spinner />;
    if (visits.value.length === 0) return <NoVisits onStart={() => start()} />;
    return (
      <>
        <DraftsCard registers={registers.value} />
        <VisitList visits={visits.value} registers={registers.value} />
      </>
    );
  }
  return (
    <Page
      title={t`Visits`}
      note={t`One visit is one outlet on one day.`}
      actions={
        <Button kind="primary" icon="add" busy={isStarting} onClick={() => start()}>
          {t`New visit`}
          <KeyHint keys="Alt+N" />
        </Button>
      }
    >
      {failure && <FailureView failure={failure} />}
      {content()}
    </Page>
  );
}

function NoVisits({ onStart }: { readonly onStart: () => void }): JSX.Element {
  const { t } = useLingui();
  return (
    <EmptyState
      icon="pin"
      title={t`No visit on this laptop yet`}
      action={
        <Button kind="primary" icon="add" onClick={onStart}>
          {t`Begin the first visit`}
        </Button>
      }
    >
      {t`A visit is one shop, warehouse or office: say where it is, then note prices, demand and competitors. Everything is saved as you type, also without internet.`}
    </EmptyState>
  );
}
