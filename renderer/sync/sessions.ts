import type { Failure } from '#shared/core/failure.ts';
import type { FeedId, RecordId } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { Desktop } from '#shared/desktop/contract.ts';
import { enrolmentText } from '#shared/records/enrolment.ts';
import type { Health } from '#shared/sync/http-api.ts';
import type { SignedIn, SignIn } from '#shared/sync/team-api.ts';
import type { LocalStore } from '../db/stores.ts';
import { enrolmentKey, loadDeviceKeys } from './device-keys.ts';
import type { Transport } from './http-transport.ts';
import { createHttpTransport } from './http-transport.ts';

/** Sign-in and what is known of the server. */
export interface Sessions {
  health(): Promise<Result<Health, Failure>>;
  /** Signs in on the server and, the first time on this laptop, makes its identity and feed. */
  signIn(input: SignIn): Promise<Result<SignedIn, Failure>>;
  /** Brings this laptop into the team by a code, and signs it in. */
  enrol(code: string): Promise<Result<SignedIn, Failure>>;
  signOut(): Promise<Result<null, Failure>>;
}

/** What sign-in works with: all that is there before anyone has signed in. */
export interface SessionDeps {
  readonly desktop: Desktop;
  readonly ambient: { newRecordId(): RecordId };
  readonly store: Pick<LocalStore, 'identity' | 'setIdentity' | 'counts' | 'sync' | 'settings'>;
  readonly transport?: Transport;
}

/**
 * Sign-in on the one configured server. The same person keeps their feed. Another person gets a feed of their own, but only where
 * nothing of the first waits on this laptop: their work could not be sent in another's name, so they are signed out again
 * and told whose work it is.
 */
export function createSessions({
  desktop,
  ambient,
  store,
  transport = createHttpTransport(desktop),
}: SessionDeps): Sessions {
  async function takePlace(person: SignedIn): Promise<Result<null, Failure>> {
    const before = await store.identity();
    const { project, role, isSample } = person;
    const pin = person.serverKey && { serverKey: person.serverKey };
    if (before?.person === person.person && before.project === project) {
      const isSame = before.role === role && before.isSample === isSample;
      // Another key than before is sync's to tell of: who cannot sign in could not read it.
      const isPinned = before.serverKey !== undefined || !pin;
      if (isSame && isPinned) return ok(null);
      return store.setIdentity({ ...pin, ...before, role, isSample });
    }
    if (before && (await hasUnsentWork(store))) {
      return err({ kind: 'account/other-person', person: before.person });
    }
    const feed = ambient.newRecordId() as string as FeedId;
    return store.setIdentity({ project, person: person.person, role, feed, isSample, ...pin });
  }

  async function settle(answer: Promise<Result<SignedIn, Failure>>) {
    const signedIn = await answer;
    if (!signedIn.ok) return signedIn;
    const placed = await takePlace(signedIn.value);
    if (placed.ok) {
      await store.sync.noteServerTime(signedIn.value.serverMs);
      return signedIn;
    }
    await transport.signOut();
    return placed;
  }

  return {
    health: transport.health,
    signIn: (input) => settle(transport.signIn(input)),
    async enrol(code) {
      const [keys, vouching] = await Promise.all([
        loadDeviceKeys(store.settings),
        enrolmentKey(code),
      ]);
      if (!keys || !vouching) return err({ kind: 'sync/cannot-verify' });
      const { device, recipient } = keys;
      const signature = await vouching.sign(enrolmentText(device, recipient));
      return settle(transport.enrol({ enrolment: vouching.device, device, recipient, signature }));
    },
    signOut: transport.signOut,
  };
}

async function hasUnsentWork(store: Pick<LocalStore, 'counts'>): Promise<boolean> {
  const { unsent, refused, drafts, unsentPhotos } = await store.counts();
  return unsent + refused + drafts + unsentPhotos > 0;
}
