import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useState } from 'react';
import type { Failure } from '#shared/core/failure.ts';
import type { PersonId } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { err } from '#shared/core/result.ts';
import {
  CODE_RANDOM_BYTES,
  groupEnrolmentCode,
  makeEnrolmentCode,
} from '#shared/records/enrolment.ts';
import type { Role } from '#shared/records/role.ts';
import { saveFile } from '../../services/save-file.ts';
import { useServices } from '../../services/use-services.ts';
import { enrolmentKey } from '../../sync/device-keys.ts';
import type { Transport } from '../../sync/http-transport.ts';
import { makeStarter } from '../../sync/starter-file.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import { Figure } from '../../ui/figure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Stack } from '../../ui/stack.tsx';

interface CodeDialogProps {
  readonly transport: Transport;
  readonly person: PersonId;
  readonly role: Role;
  readonly onClose: () => void;
}

// Nothing of the person or the place: a stick that is lost says nothing by its names.
const STARTER_NAME = 'bazarnegar-starter.bzs';

interface MadeCode {
  readonly code: string;
  readonly days: 1 | 30;
}

/** Makes a code for one laptop of a person, and the file that sets it up where no network is. */
export function CodeDialog({ transport, person, role, onClose }: CodeDialogProps): JSX.Element {
  const { t } = useLingui();
  const { desktop, store } = useServices();
  const [made, setMade] = useState<MadeCode>();
  const [failure, setFailure] = useState<Failure>();
  const [isBusy, setIsBusy] = useState(false);
  const [isSaved, setIsSaved] = useState(false);

  async function make(days: MadeCode['days']): Promise<void> {
    setIsBusy(true);
    const code = makeEnrolmentCode(crypto.getRandomValues(new Uint8Array(CODE_RANDOM_BYTES)));
    const key = await enrolmentKey(code);
    const opened: Result<null, Failure> = key
      ? await transport.openEnrolment({ person, enrolment: key.device, days })
      : err({ kind: 'sync/cannot-verify' });
    setIsBusy(false);
    if (opened.ok) setMade({ code, days });
    else setFailure(opened.error);
  }

  async function save(code: string): Promise<void> {
    setIsBusy(true);
    setFailure(undefined);
    const starter = await makeStarter({ desktop, store, transport }, { code, person, role });
    const saved = starter.ok ? await saveFile(desktop, STARTER_NAME, starter.value) : starter;
    setIsBusy(false);
    if (!saved.ok) setFailure(saved.error);
    else setIsSaved(saved.value);
  }

  return (
    <Dialog
      title={t`A laptop for ${person}`}
      onClose={onClose}
      actions={
        made ? (
          <>
            {made.days === 30 && (
              <Button kind="primary" icon="copy" busy={isBusy} onClick={() => void save(made.code)}>
                {t`Put the starter file on the stick`}
              </Button>
            )}
            <Button onClick={onClose}>{t`Done`}</Button>
          </>
        ) : (
          <>
            <Button kind="primary" busy={isBusy} onClick={() => void make(1)}>
              {t`It has a network: code for one day`}
            </Button>
            <Button disabled={isBusy} onClick={() => void make(30)}>
              {t`It has none: code and starter file for 30 days`}
            </Button>
          </>
        )
      }
    >
      <Stack>
        {made ? (
          <>
            <p>{t`Read this code out or write it down. It is shown only now and is good for one laptop.`}</p>
            <p>
              <Figure>{groupEnrolmentCode(made.code)}</Figure>
            </p>
            {made.days === 30 && (
              <Notice tone="warn">{t`Never let the code and the stick travel together: both in one hand are the way into the team.`}</Notice>
            )}
            {isSaved && <Notice tone="ok">{t`The starter file is on the stick.`}</Notice>}
          </>
        ) : (
          <p>{t`The person types a code on the new laptop, and from then on its work counts as theirs.`}</p>
        )}
        {failure && <FailureView failure={failure} />}
      </Stack>
    </Dialog>
  );
}
