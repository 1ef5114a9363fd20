import { Trans, useLingui } from '@lingui/react/macro';
import type { JSX, ReactNode } from 'react';
import type { PersonId } from '#shared/core/ids.ts';
import type { SettingStore } from '../../db/stores.ts';
import type { Sessions } from '../../sync/sessions.ts';
import { FailureView } from '../../ui/failure-view.tsx';
import { Figure } from '../../ui/figure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Welcome } from '../../ui/welcome.tsx';
import { SampleAccounts } from './sample-accounts.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { useHealth } from './use-health.ts';
import { useSignIn } from './use-sign-in.ts';

interface SignInPageProps {
  readonly sessions: Sessions;
  readonly settings: SettingStore;
  /** Whose work this laptop holds, once someone has signed in on it. */
  readonly owner: PersonId | undefined;
  readonly onSignedIn: () => void;
  /** Another way in, shown below. */
  readonly offer: ReactNode;
}

export function SignInPage({
  sessions,
  settings,
  owner,
  onSignedIn,
  offer,
}: SignInPageProps): JSX.Element {
  const { t } = useLingui();
  const health = useHealth(sessions);
  const { isTrying, failure, signIn } = useSignIn({ sessions, settings, onSignedIn });
  const accounts = health?.ok ? health.value.sampleAccounts : [];

  return (
    <Welcome title={t`Sign in`}>
      {owner && (
        <Notice tone="info">
          <Trans>
            The work on this laptop belongs to the account <Figure>{owner}</Figure>.
          </Trans>
        </Notice>
      )}
      {accounts.length > 0 && (
        <SampleAccounts
          accounts={accounts}
          isBusy={isTrying}
          onChoose={(input) => void signIn(input)}
        />
      )}
      {health && !health.ok && !failure && <FailureView failure={health.error} />}
      {failure && <FailureView failure={failure} />}
      <SignInForm isBusy={isTrying} onSubmit={(input) => void signIn(input)} />
      {offer}
    </Welcome>
  );
}
