import type { JSX } from 'react';
import { useState } from 'react';
import type { FeedId } from '#shared/core/ids.ts';
import { LanguagePage } from '../features/first-start/language-page.tsx';
import { RestoreOffer } from '../features/first-start/restore-offer.tsx';
import { RestorePage } from '../features/first-start/restore-page.tsx';
import { ServerPage } from '../features/first-start/server-page.tsx';
import { SignInPage } from '../features/sign-in/sign-in-page.tsx';
import { useHasChosenLanguage } from '../i18n/preference-store.ts';
import { Spinner } from '../ui/spinner.tsx';
import type { StartedServices } from './start-up.ts';
import { useGate } from './use-gate.ts';
import { Workspace } from './workspace.tsx';

/** Lets a person through to the work, one question at a time: the language, the server, the account. */
export function Gate({ services }: { readonly services: StartedServices }): JSX.Element {
  const { desktop, ambient, store, sessions } = services;
  const hasLanguage = useHasChosenLanguage();
  const { state, lookAgain } = useGate(services);

  const [wantsCopy, setWantsCopy] = useState(false);

  if (!state) return <Spinner />;
  const { identity, isSignedOut, isRestoring, hasServer } = state;
  if (!hasLanguage && !identity) return <LanguagePage />;
  if (isRestoring || (wantsCopy && !identity)) {
    return (
      <RestorePage
        desktop={desktop}
        newFeed={() => ambient.newRecordId() as string as FeedId}
        onBack={isRestoring ? undefined : () => setWantsCopy(false)}
      />
    );
  }
  // Copies are kept by the desktop app alone, and opened on an empty laptop.
  const offer = desktop.host === 'desktop' && !identity && (
    <RestoreOffer onWanted={() => setWantsCopy(true)} />
  );
  if (!hasServer && !identity) {
    return <ServerPage desktop={desktop} sessions={sessions} onSet={lookAgain} offer={offer} />;
  }
  if (!identity || isSignedOut) {
    return (
      <SignInPage
        sessions={sessions}
        settings={store.settings}
        owner={identity?.person}
        onSignedIn={lookAgain}
        offer={offer}
      />
    );
  }
  return <Workspace services={{ ...services, identity }} />;
}
