import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useFailureText } from '../../i18n/use-failure-text.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useServices } from '../../services/use-services.ts';
import type { SendDetails } from '../../db/stores.ts';
import type { SyncState } from '../../sync/sync-state.ts';
import { Badge } from '../../ui/badge.tsx';
import { Row } from '../../ui/row-list.tsx';
import { SyncAction } from './sync-action.tsx';

interface NextStepRowProps {
  /** Undefined for a record that is on the server. */
  readonly details: SendDetails | undefined;
  readonly state: SyncState;
}

/** Where a record that nobody refused stands, and what happens to it next. */
export function NextStepRow({ details, state }: NextStepRowProps): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  const textOf = useFailureText();
  const { ambient } = useServices();

  if (!details) {
    return (
      <Row
        mark={<Badge tone="ok" icon="check">{t`Arrived`}</Badge>}
        title={t`On the server`}
        note={t`The server has confirmed it as it stands here. Nothing more has to happen.`}
      />
    );
  }
  const since = format.recent(details.sinceMs, ambient.nowMs());
  const { ahead } = details;
  const before =
    ahead > 0
      ? t`${plural(ahead, { one: '# entry is sent before it', other: '# entries are sent before it' })}`
      : t`it is the next to be sent`;
  const waits = t`Waits since ${since}; ${before}.`;

  function row(title: string, next: string, actions?: JSX.Element): JSX.Element {
    return (
      <Row
        mark={<Badge tone="warn" icon="clock">{t`Waits to be sent`}</Badge>}
        title={title}
        note={`${waits} ${next}`}
        actions={actions}
      />
    );
  }
  switch (state.kind) {
    case 'waiting': {
      const at = format.time(state.nextTryAtMs);
      return row(textOf(state.failure).what, t`Next: it is tried again by itself at ${at}.`);
    }
    case 'needs-you': {
      const { what, advice } = textOf(state.failure);
      return row(what, advice, <SyncAction failure={state.failure} />);
    }
    case 'sending':
    case 'sending-photos':
    case 'receiving':
      return row(t`It is being sent now`, t`Next: the server confirms it.`);
    case 'idle':
    case 'up-to-date':
      return row(
        t`Not sent yet`,
        t`Next: it is sent by itself within five minutes of a connection, or at once with “Send now”.`,
      );
  }
}
