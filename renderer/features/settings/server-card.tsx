import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useEffect, useState } from 'react';
import type { Failure } from '#shared/core/failure.ts';
import { useServices } from '../../services/use-services.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Stack } from '../../ui/stack.tsx';
import { TextField } from '../../ui/text-field.tsx';

type Outcome = { readonly kind: 'set' } | { readonly kind: 'failed'; readonly failure: Failure };

/** Where the desktop app sends the work. */
export function ServerCard(): JSX.Element {
  const { t } = useLingui();
  const { desktop, sessions } = useServices();
  const [address, setAddress] = useState('');
  const [isTrying, setIsTrying] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();

  useEffect(() => {
    void desktop.call('server.get', null).then((known) => setAddress(known ?? ''));
  }, [desktop]);

  async function set(): Promise<void> {
    setIsTrying(true);
    const wasSet = await desktop.call('server.set', { address: address.trim() });
    if (wasSet.ok && !wasSet.value) {
      // The person said no to the desktop's question: the one before stays.
      setAddress((await desktop.call('server.get', null)) ?? '');
      setOutcome(undefined);
    } else {
      const answer = wasSet.ok ? await sessions.health() : wasSet;
      setOutcome(answer.ok ? { kind: 'set' } : { kind: 'failed', failure: answer.error });
    }
    setIsTrying(false);
  }

  return (
    <Card title={t`Server`}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void set();
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
          {outcome?.kind === 'failed' && <FailureView failure={outcome.failure} />}
          {outcome?.kind === 'set' && <Notice tone="ok">{t`The server answers.`}</Notice>}
          <div>
            <Button type="submit" busy={isTrying} disabled={address.trim() === ''}>
              {t`Set and try`}
            </Button>
          </div>
        </Stack>
      </form>
    </Card>
  );
}
