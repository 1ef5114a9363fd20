import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { assertNever } from '#shared/core/exhaustive.ts';
import { useFailureText } from '../../i18n/use-failure-text.ts';
import { useFormat } from '../../i18n/use-format.ts';
import type { SyncState } from '../../sync/sync-state.ts';
import { Badge } from '../../ui/badge.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { Row } from '../../ui/row-list.tsx';
import { SyncAction } from './sync-action.tsx';

/** What sync is doing, or what keeps it from doing anything; nothing where all is in order. */
export function SyncRow({ state }: { readonly state: SyncState }): JSX.Element | null {
  const { t } = useLingui();
  const format = useFormat();
  const textOf = useFailureText();

  function sending(
    title: string,
    sentCount: number,
    totalCount: number,
    bytes: number,
  ): JSX.Element {
    const sent = format.number(sentCount);
    const size = format.fileSize(bytes);
    const total = format.number(totalCount);
    return (
      <Row
        mark={<Badge tone="warn" icon="outbox">{t`Sending`}</Badge>}
        title={title}
        note={t`${sent} of ${total} · ${size} so far · if it is cut off, it goes on from here`}
      >
        <ProgressBar label={title} value={sentCount} max={totalCount} />
      </Row>
    );
  }

  switch (state.kind) {
    case 'idle':
    case 'up-to-date':
      return null;
    case 'sending':
      return sending(t`Records`, state.sent, state.total, state.bytes);
    case 'sending-photos':
      return sending(t`Photos`, state.sent, state.total, state.bytes);
    case 'receiving': {
      const received = format.number(state.received);
      const size = format.fileSize(state.bytes);
      return (
        <Row
          mark={<Badge icon="download">{t`Receiving`}</Badge>}
          title={t`News from the server`}
          note={t`${received} received so far · ${size}`}
        />
      );
    }
    case 'waiting': {
      const nextTry = format.time(state.nextTryAtMs);
      return (
        <Row
          mark={<Badge tone="warn" icon="offline">{t`Waiting for the network`}</Badge>}
          title={textOf(state.failure).what}
          note={t`Sent by itself · next try at ${nextTry}`}
        />
      );
    }
    case 'needs-you': {
      const { what, advice } = textOf(state.failure);
      return (
        <Row
          mark={<Badge tone="error" icon="warning">{t`Needs you`}</Badge>}
          title={what}
          note={advice}
          actions={<SyncAction failure={state.failure} />}
        />
      );
    }
    default:
      return assertNever(state);
  }
}
