import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useState } from 'react';
import type { Failure } from '#shared/core/failure.ts';
import type { FeedId } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import type { Desktop } from '#shared/desktop/contract.ts';
import { readEnrolmentCode } from '#shared/records/enrolment.ts';
import type { LocalStore } from '../../db/stores.ts';
import { SIGNED_OUT_SETTING } from '../../sync/signed-out.ts';
import type { Sessions } from '../../sync/sessions.ts';
import { takeStarter } from '../../sync/starter-file.ts';
import { Button } from '../../ui/button.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import { Stack } from '../../ui/stack.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Welcome } from '../../ui/welcome.tsx';

interface EnrolPageProps {
  readonly desktop: Desktop;
  readonly store: LocalStore;
  readonly sessions: Sessions;
  readonly newFeed: () => FeedId;
  /** Whether there is a server to ask: without one a starter on a stick is the only way. */
  readonly hasServer: boolean;
  /** Whether a starter may be taken: on a laptop that is nobody's yet. */
  readonly isEmpty: boolean;
  readonly onEnrolled: () => void;
  readonly onBack: () => void;
}

/** Brings a laptop into the team by the code a supervisor made, over a network or from a stick. */
export function EnrolPage({
  desktop,
  store,
  sessions,
  newFeed,
  hasServer,
  isEmpty,
  onEnrolled,
  onBack,
}: EnrolPageProps): JSX.Element {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState<'server' | 'stick'>();
  const [failure, setFailure] = useState<Failure>();
  const code = readEnrolmentCode(typed);
  const isMistyped = code === undefined && typed.replaceAll(/\D/gu, '').length >= 20;

  async function act(way: 'server' | 'stick'): Promise<void> {
    if (code === undefined) return;
    setBusy(way);
    setFailure(undefined);
    const entered: Result<unknown, Failure> =
      way === 'server'
        ? await sessions.enrol(code)
        : await takeStarter({ desktop, store, newFeed }, code);
    setBusy(undefined);
    if (!entered.ok) return setFailure(entered.error);
    if (entered.value === null) return;
    const settled = await store.settings.set(SIGNED_OUT_SETTING, false);
    if (settled.ok) onEnrolled();
    else setFailure(settled.error);
  }

  return (
    <Welcome
      title={t`Bring this laptop into the team`}
      note={t`Your supervisor makes a code of 20 digits. It is good for one laptop.`}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void act(hasServer ? 'server' : 'stick');
        }}
      >
        <Stack>
          <TextField
            label={t`Code`}
            hint={t`20 digits, as they were read out or written down.`}
            numeric
            inputMode="numeric"
            spellCheck={false}
            value={typed}
            error={isMistyped ? t`A digit is wrong in this code.` : undefined}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          {failure && <FailureView failure={failure} />}
          {hasServer && (
            <Button
              kind="primary"
              type="submit"
              busy={busy === 'server'}
              disabled={code === undefined || busy !== undefined}
            >
              {t`Go on`}
            </Button>
          )}
          {isEmpty && (
            <Button
              kind={hasServer ? 'quiet' : 'primary'}
              type={hasServer ? 'button' : 'submit'}
              icon="copy"
              busy={busy === 'stick'}
              disabled={code === undefined || busy !== undefined}
              onClick={hasServer ? () => void act('stick') : undefined}
            >
              {t`Without a network: open the starter file on the stick`}
            </Button>
          )}
          <Button kind="quiet" onClick={onBack}>
            {t`Back`}
          </Button>
        </Stack>
      </form>
    </Welcome>
  );
}
