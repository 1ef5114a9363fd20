import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useState } from 'react';
import type { Failure } from '#shared/core/failure.ts';
import type { TeamOverview } from '#shared/sync/team-api.ts';
import type { Transport } from '../../sync/http-transport.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import { Stack } from '../../ui/stack.tsx';
import { shortKey } from '#shared/core/device-key.ts';

interface BarDialogProps {
  readonly transport: Transport;
  readonly laptop: TeamOverview['devices'][number];
  readonly onClose: () => void;
}

/** Asks before a laptop is barred: there is no way back but to bring it in anew. */
export function BarDialog({ transport, laptop, onClose }: BarDialogProps): JSX.Element {
  const { t } = useLingui();
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const { person } = laptop;

  async function bar(): Promise<void> {
    setIsBusy(true);
    const barred = await transport.barDevice(laptop.device);
    setIsBusy(false);
    if (barred.ok) onClose();
    else setFailure(barred.error);
  }

  return (
    <Dialog
      title={t`Bar laptop ${shortKey(laptop.device)} of ${person}?`}
      onClose={onClose}
      actions={
        <>
          <Button kind="danger" busy={isBusy} onClick={() => void bar()}>
            {t`Bar it`}
          </Button>
          <Button onClick={onClose}>{t`Not now`}</Button>
        </>
      }
    >
      <Stack>
        <p>{t`What has reached the server stays and counts. What comes from this laptop from now on is kept apart for the secretariat to look at, and ${person} is signed out everywhere.`}</p>
        <p>{t`A barred laptop does not come back: give the person a new code for another one.`}</p>
        {failure && <FailureView failure={failure} />}
      </Stack>
    </Dialog>
  );
}
