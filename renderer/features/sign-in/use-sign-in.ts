import { useState } from 'react';
import type { Failure } from '#shared/core/failure.ts';
import type { SignIn } from '#shared/sync/team-api.ts';
import type { SettingStore } from '../../db/stores.ts';
import type { Sessions } from '../../sync/sessions.ts';
import { SIGNED_OUT_SETTING } from '../../sync/signed-out.ts';

interface SignInDeps {
  readonly sessions: Sessions;
  readonly settings: SettingStore;
  readonly onSignedIn: () => void;
}

interface SignInState {
  readonly isTrying: boolean;
  readonly failure: Failure | undefined;
  readonly signIn: (input: SignIn) => Promise<void>;
}

export function useSignIn({ sessions, settings, onSignedIn }: SignInDeps): SignInState {
  const [isTrying, setIsTrying] = useState(false);
  const [failure, setFailure] = useState<Failure>();

  async function signIn(input: SignIn): Promise<void> {
    setIsTrying(true);
    setFailure(undefined);
    const signedIn = await sessions.signIn(input);
    const settled = signedIn.ok ? await settings.set(SIGNED_OUT_SETTING, false) : signedIn;
    setIsTrying(false);
    if (settled.ok) onSignedIn();
    else setFailure(settled.error);
  }

  return { isTrying, failure, signIn };
}
