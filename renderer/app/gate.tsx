import type { JSX } from 'react';
import { LanguagePage } from '../features/first-start/language-page.tsx';
import { ServerPage } from '../features/first-start/server-page.tsx';
import { SignInPage } from '../features/sign-in/sign-in-page.tsx';
import { useHasChosenLanguage } from '../i18n/preference-store.ts';
import { Spinner } from '../ui/spinner.tsx';
import type { StartedServices } from './start-up.ts';
import { useGate } from './use-gate.ts';
import { Workspace } from './workspace.tsx';

/** Lets a person through to the work, one question at a time: the language, the server, the account. */
export function Gate({ services }: { readonly services: StartedServices }): JSX.Element {
  const { desktop, store, sessions } = services;
  const hasLanguage = useHasChosenLanguage();
  const { state, lookAgain } = useGate(services);

  if (!state) return <Spinner />;
  const { identity, isSignedOut, hasServer } = state;
  if (!hasLanguage && !identity) return <LanguagePage />;
  if (!hasServer && !identity) {
    return <ServerPage desktop={desktop} sessions={sessions} onSet={lookAgain} />;
  }
  if (!identity || isSignedOut) {
    return (
      <SignInPage
        sessions={sessions}
        settings={store.settings}
        owner={identity?.person}
        onSignedIn={lookAgain}
      />
    );
  }
  return <Workspace services={{ ...services, identity }} />;
}
