import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useSyncExternalStore } from 'react';
import { useServices } from '../../services/use-services.ts';
import type { SyncState } from '../../sync/sync-state.ts';
import { Button } from '../../ui/button.tsx';

/** Sends at once; while it sends, stops it. */
export function SendButton(): JSX.Element {
  const { t } = useLingui();
  const { sync } = useServices();
  const state = useSyncExternalStore(sync.onState, sync.state);
  return isRunning(state) ? (
    <Button icon="close" onClick={() => sync.cancel()}>
      {t`Stop sending`}
    </Button>
  ) : (
    <Button kind="primary" icon="outbox" onClick={() => void sync.syncNow()}>
      {t`Send now`}
    </Button>
  );
}

function isRunning({ kind }: SyncState): boolean {
  return kind === 'sending' || kind === 'sending-photos' || kind === 'receiving';
}
