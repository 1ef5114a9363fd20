import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import { Page } from '../../ui/page.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { Stack } from '../../ui/stack.tsx';
import type { PartProgress } from '../../sync/write-part.ts';
import { SealPlanView } from './seal-plan-view.tsx';
import { useSeal } from './use-seal.ts';

/** Seals the vault before a border: what was not sent goes on a stick for the team, and then nothing here opens any more. */
export function SealPage(): JSX.Element {
  const { t } = useLingui();
  const { step, failure, begin, writeNext, seal, cancel } = useSeal();
  return (
    <Page title={t`Seal for travel`} back={{ to: '/vault', label: t`Vault` }}>
      <Card
        title={t`Before a border or a checkpoint`}
        note={t`What was not sent goes on a stick, encrypted for your supervisors and the server. Then the keys on this laptop are destroyed: nobody can open your work here, and you neither, whatever they are told or threatened with.`}
      >
        <Stack>
          {failure && <FailureView failure={failure} />}
          {step.kind === 'look' && (
            <div>
              <Button kind="primary" onClick={begin}>
                {failure ? t`Try again` : t`See what is to be carried`}
              </Button>
            </div>
          )}
          {step.kind === 'gathering' && <Spinner label={t`Gathering what waits …`} />}
          {step.kind === 'planned' && (
            <SealPlanView
              journey={step.journey}
              onWrite={() => writeNext(step.journey)}
              onSeal={() => seal(step.journey)}
              onCancel={cancel}
            />
          )}
          {step.kind === 'writing' && <Writing progress={step.progress} />}
          {step.kind === 'sealing' && <Spinner label={t`Destroying the keys …`} />}
        </Stack>
      </Card>
    </Page>
  );
}

function Writing({ progress }: { readonly progress: PartProgress }): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  const title =
    progress.step === 'writing'
      ? t`Writing to the stick … leave it in`
      : t`Reading it back to check it …`;
  const done = format.fileSize(progress.done);
  const total = format.fileSize(progress.total);
  return (
    <Stack gap="tight">
      <output>{title}</output>
      <ProgressBar label={title} value={progress.done} max={progress.total} />
      <p>{t`${done} of ${total}`}</p>
    </Stack>
  );
}
