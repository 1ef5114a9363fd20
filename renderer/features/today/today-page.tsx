import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { dayOf, toInstant } from '#shared/core/instant.ts';
import { useLive } from '../../db/use-live.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useRegisters } from '../../services/use-registers.ts';
import { useServices } from '../../services/use-services.ts';
import { useStartVisit } from '../../services/use-start-visit.ts';
import { Button } from '../../ui/button.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import { Page } from '../../ui/page.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { TodayBoard } from './today-board.tsx';
import { loadToday } from './today-work.ts';

/** Where the day begins: what to go on with, what came back, and where the data is. */
export function TodayPage(): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  const { store, ambient, identity } = useServices();
  const registers = useRegisters();
  const { start, isStarting, failure } = useStartVisit();
  const nowMs = ambient.nowMs();
  const today = dayOf(toInstant(nowMs, ambient.offsetMinutes(nowMs)));
  const work = useLive(
    () => loadToday(store, identity.person, today),
    [store, identity.person, today],
  );

  function content(): JSX.Element {
    if (work.status === 'failed') return <FailureView failure={work.failure} />;
    if (registers.status === 'failed') return <FailureView failure={registers.failure} />;
    if (work.status === 'loading' || registers.status === 'loading') return <Spinner />;
    return <TodayBoard work={work.value} registers={registers.value} onStart={start} />;
  }
  return (
    <Page
      title={t`Today, ${format.date(today, 'full')}`}
      note={format.otherDate(today, 'long')}
      actions={
        <Button icon="add" busy={isStarting} onClick={() => start()}>
          {t`New visit`}
        </Button>
      }
    >
      {failure && <FailureView failure={failure} />}
      {content()}
    </Page>
  );
}
