import { useEffect, useState } from 'react';
import type { Identity } from '#shared/journal/journal-record.ts';
import { RESTORING_SETTING } from '../db/restore-copy.ts';
import { SIGNED_OUT_SETTING } from '../sync/signed-out.ts';
import type { StartedServices } from './start-up.ts';

/** What stands between a person and the work on this laptop. */
interface GateState {
  readonly identity: Identity | undefined;
  readonly isSignedOut: boolean;
  /** A copy was begun to be opened on this laptop, and is not whole here yet. */
  readonly isRestoring: boolean;
  /** False on a desktop that does not know its server yet. */
  readonly hasServer: boolean;
}

interface GateView {
  /** Undefined while it is being read. */
  readonly state: GateState | undefined;
  readonly lookAgain: () => void;
}

export function useGate(services: StartedServices): GateView {
  const [state, setState] = useState<GateState>();
  useEffect(() => {
    void readGate(services).then(setState);
  }, [services]);
  return { state, lookAgain: () => void readGate(services).then(setState) };
}

async function readGate({ desktop, store }: StartedServices): Promise<GateState> {
  const [identity, signedOut, restoring, server] = await Promise.all([
    store.identity(),
    store.settings.get(SIGNED_OUT_SETTING),
    store.settings.get(RESTORING_SETTING),
    desktop.host === 'browser' ? '' : desktop.call('server.get', null),
  ]);
  return {
    identity,
    isSignedOut: signedOut === true,
    isRestoring: restoring === true,
    hasServer: server !== null,
  };
}
