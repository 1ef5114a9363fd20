import { useLingui } from '@lingui/react/macro';
import type { JSX, ReactNode } from 'react';
import { useState } from 'react';
import type { Failure } from '#shared/core/failure.ts';
import type { Desktop } from '#shared/desktop/contract.ts';
import type { Sessions } from '../../sync/sessions.ts';
import { Button } from '../../ui/button.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import { Stack } from '../../ui/stack.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Welcome } from '../../ui/welcome.tsx';

interface ServerPageProps {
  readonly desktop: Desktop;
  readonly sessions: Sessions;
  readonly onSet: () => void;
  /** Another way in, shown below. */
  readonly offer: ReactNode;
}

/** Asks for the one server this laptop will speak with, and tries it before going on. */
export function ServerPage({ desktop, sessions, onSet, offer }: ServerPageProps): JSX.Element {
  const { t } = useLingui();
  const [address, setAddress] = useState('');
  const [isTrying, setIsTrying] = useState(false);
  const [failure, setFailure] = useState<Failure>();

  async function tryAddress(): Promise<void> {
    setIsTrying(true);
    const set = await desktop.call('server.set', { address: address.trim() });
    // Null where the person said no to the desktop's question.
    const answer = set.ok ? (set.value ? await sessions.health() : null) : set;
    setIsTrying(false);
    if (answer?.ok) onSet();
    else setFailure(answer?.error);
  }

  return (
    <Welcome
      title={t`Your team’s server`}
      note={t`Needed once, to sign in. After that everything works without internet.`}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void tryAddress();
        }}
      >
        <Stack>
          <TextField
            label={t`Address of the server`}
            hint={t`You got it from the secretariat. It begins with https://`}
            dir="ltr"
            inputMode="url"
            spellCheck={false}
            value={address}
            onChange={(event) => setAddress(event.currentTarget.value)}
          />
          {failure && <FailureView failure={failure} />}
          <Button kind="primary" type="submit" busy={isTrying} disabled={address.trim() === ''}>
            {t`Go on`}
          </Button>
        </Stack>
      </form>
      {offer}
    </Welcome>
  );
}
