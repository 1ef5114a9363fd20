import { useEffect, useState } from 'react';
import type { Identity } from '#shared/journal/journal-record.ts';
import { SIGNED_OUT_SETTING } from '../services/signed-out.ts';
import type { StartedServices } from './start-up.ts';

/** What stands between a person and the work on this laptop. */
interface GateState {
  readonly identity: Identity | undefined;
  readonly isSignedOut: boolean;
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
  const [identity, signedOut, server] = await Promise.all([
    store.identity(),
    store.settings.get(SIGNED_OUT_SETTING),
    desktop.host === 'browser' ? '' : desktop.call('server.get', null),
  ]);
  return { identity, isSignedOut: signedOut === true, hasServer: server !== null };
}
