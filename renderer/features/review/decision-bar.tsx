import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useState } from 'react';
import type { Finding } from '#shared/forms/finding.ts';
import type { AnswerReader } from '../../forms/answer-text.ts';
import { rightsOn } from '../../services/record-change.ts';
import { useServices } from '../../services/use-services.ts';
import { Button } from '../../ui/button.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import type { QueueItem } from './queue-item.ts';
import { RejectDialog } from './reject-dialog.tsx';
import { ReturnDialog } from './return-dialog.tsx';
import css from './review.module.css';
import { useDecisions } from './use-decisions.ts';
import { useReviewKeys } from './use-review-keys.ts';

interface DecisionBarProps {
  readonly item: QueueItem;
  readonly findings: readonly Finding[];
  readonly reader: AnswerReader;
  readonly onDecided: () => void;
}

type Asking = 'return' | 'reject';

/** The decision on a record, by button or by key. */
export function DecisionBar(props: DecisionBarProps): JSX.Element {
  const { item, findings, reader, onDecided } = props;
  const { t } = useLingui();
  const { identity } = useServices();
  const decisions = useDecisions();
  const [asking, setAsking] = useState<Asking>();
  const [isBusy, setIsBusy] = useState(false);
  const { record } = item;
  const rights = rightsOn(record, identity);
  const isBlocked = findings.some(({ severity }) => severity === 'stop');
  const canApprove = rights.includes('approve') && !isBlocked;
  async function decide(act: () => Promise<boolean>): Promise<void> {
    if (isBusy) return;
    setIsBusy(true);
    const done = await act();
    setIsBusy(false);
    if (!done) return;
    setAsking(undefined);
    onDecided();
  }
  function approve(): void {
    if (canApprove) void decide(() => decisions.approve(record));
  }
  function ask(what: Asking): void {
    if (rights.includes(what)) setAsking(what);
  }
  function flag(): void {
    if (rights.includes('flag')) void decisions.flag(record);
  }
  useReviewKeys({
    KeyA: { label: t`Approve`, run: approve },
    KeyR: { label: t`Return with a message`, run: () => ask('return') },
    KeyX: { label: t`Reject`, run: () => ask('reject') },
    KeyF: { label: record.flagged ? t`Take the flag off` : t`Flag`, run: flag },
  });

  return (
    <footer className={css['decisions']}>
      <Button kind="primary" size="small" disabled={!canApprove} busy={isBusy} onClick={approve}>
        {t`Approve`} <KeyHint keys="A" />
      </Button>
      <Button size="small" disabled={!rights.includes('return')} onClick={() => ask('return')}>
        {t`Return with a message`} <KeyHint keys="R" />
      </Button>
      <Button size="small" disabled={!rights.includes('flag')} onClick={flag}>
        {record.flagged ? t`Take the flag off` : t`Flag`} <KeyHint keys="F" />
      </Button>
      <Button
        kind="danger"
        size="small"
        disabled={!rights.includes('reject')}
        onClick={() => ask('reject')}
      >
        {t`Reject`} <KeyHint keys="X" />
      </Button>
      {asking === 'return' && (
        <ReturnDialog
          record={record}
          reader={reader}
          isBusy={isBusy}
          onReturn={(message) => void decide(() => decisions.sendBack(record, message))}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking === 'reject' && (
        <RejectDialog
          isBusy={isBusy}
          onReject={(why) => void decide(() => decisions.reject(record, why))}
          onClose={() => setAsking(undefined)}
        />
      )}
    </footer>
  );
}
