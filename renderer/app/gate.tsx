import type { JSX } from 'react';
import { useState } from 'react';
import type { FeedId } from '#shared/core/ids.ts';
import { RestoreOffer } from '../features/first-start/restore-offer.tsx';
import { RestorePage } from '../features/first-start/restore-page.tsx';
import { ServerPage } from '../features/first-start/server-page.tsx';
import { EnrolOffer } from '../features/sign-in/enrol-offer.tsx';
import { EnrolPage } from '../features/sign-in/enrol-page.tsx';
import { MissingWorkPage } from '../features/vault/missing-work-page.tsx';
import { SignInPage } from '../features/sign-in/sign-in-page.tsx';
import { Spinner } from '../ui/spinner.tsx';
import type { StartedServices } from './start-up.ts';
import { useGate } from './use-gate.ts';
import { useVaultLock } from './use-vault-lock.ts';
import { Workspace } from './workspace.tsx';

/** Lets a person through to the work, one question at a time: the server, the account. */
export function Gate({ services }: { readonly services: StartedServices }): JSX.Element {
  const { desktop, vault, ambient, store, sessions } = services;
  const { state, lookAgain } = useGate(services);
  useVaultLock(services);

  const [wants, setWants] = useState<'copy' | 'code'>();
  function newFeed(): FeedId {
    return ambient.newRecordId() as string as FeedId;
  }

  const [isAccepted, setIsAccepted] = useState(false);
  const { missing } = store.health();
  async function goOn(): Promise<void> {
    // A note that could not be written asks again at the next start.
    await desktop.call('journal.accept', null);
    setIsAccepted(true);
  }

  if (missing && !isAccepted) {
    return <MissingWorkPage missing={missing} onGoOn={goOn} onLock={() => void vault.lock()} />;
  }
  if (!state) return <Spinner />;
  const { identity, isSignedOut, isRestoring, hasServer } = state;
  if (isRestoring || (wants === 'copy' && !identity)) {
    return (
      <RestorePage
        desktop={desktop}
        onProof={(keyFile, proof) => vault.openCopy(keyFile, proof)}
        newFeed={newFeed}
        onBack={isRestoring ? undefined : () => setWants(undefined)}
      />
    );
  }
  if (wants === 'code' && (!identity || isSignedOut)) {
    return (
      <EnrolPage
        {...{ desktop, store, sessions, newFeed, hasServer }}
        isEmpty={!identity}
        onEnrolled={lookAgain}
        onBack={() => setWants(undefined)}
      />
    );
  }
  const offer = (
    <>
      <EnrolOffer onWanted={() => setWants('code')} />
      {/* Copies are kept by the desktop app alone, and opened on an empty laptop. */}
      {desktop.host === 'desktop' && !identity && (
        <RestoreOffer onWanted={() => setWants('copy')} />
      )}
    </>
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
  return <Workspace started={services} identity={identity} />;
}
