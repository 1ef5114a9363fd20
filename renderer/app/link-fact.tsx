import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { assertNever } from '#shared/core/exhaustive.ts';
import { useFailureText } from '../i18n/use-failure-text.ts';
import { useFormat } from '../i18n/use-format.ts';
import type { SyncState } from '../sync/sync-state.ts';
import { StatusFact } from './status-fact.tsx';
import { useIsOnline } from './use-is-online.ts';

/** What goes between this laptop and the server just now. */
export function LinkFact({ sync }: { readonly sync: SyncState }): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  const textOf = useFailureText();
  const isOnline = useIsOnline();

  function offlineOr(text: string): JSX.Element {
    return (
      <StatusFact icon={isOnline ? 'online' : 'offline'} tone="calm">
        {isOnline ? text : t`Offline`}
      </StatusFact>
    );
  }

  switch (sync.kind) {
    case 'idle':
    case 'up-to-date':
      return offlineOr(t`Online`);
    case 'waiting':
      return offlineOr(t`Waiting for the server`);
    case 'sending': {
      const sent = format.number(sync.sent);
      const total = format.number(sync.total);
      return <StatusFact icon="outbox" tone="calm">{t`Sending ${sent} of ${total}`}</StatusFact>;
    }
    case 'sending-photos': {
      const sent = format.number(sync.sent);
      const total = format.number(sync.total);
      return (
        <StatusFact icon="outbox" tone="calm">{t`Sending photo ${sent} of ${total}`}</StatusFact>
      );
    }
    case 'receiving': {
      const received = format.number(sync.received);
      return <StatusFact icon="download" tone="calm">{t`Receiving: ${received}`}</StatusFact>;
    }
    case 'needs-you':
      return (
        <StatusFact icon="warning" tone="warn">
          {textOf(sync.failure).what}
        </StatusFact>
      );
    default:
      return assertNever(sync);
  }
}
