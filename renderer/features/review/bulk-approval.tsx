import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useState } from 'react';
import type { RecordView } from '#shared/records/record.ts';
import type { AnswerReader } from '../../forms/answer-text.ts';
import { Button } from '../../ui/button.tsx';
import { BulkDialog } from './bulk-dialog.tsx';
import type { QueueItem } from './queue-item.ts';
import { isClean } from './queue-item.ts';
import { useDecisions } from './use-decisions.ts';

interface BulkApprovalProps {
  readonly item: QueueItem;
  readonly items: readonly QueueItem[];
  readonly canBeApproved: (record: RecordView) => boolean;
  readonly reader: AnswerReader;
  readonly onDecided: () => void;
}

/** Approves the records of a visit that nothing speaks against, together; offered where there are at least two. */
export function BulkApproval(props: BulkApprovalProps): JSX.Element | null {
  const { item, items, canBeApproved, reader, onDecided } = props;
  const { t } = useLingui();
  const { approveAll } = useDecisions();
  const [isAsking, setIsAsking] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const visit = visitIdOf(item);
  const clean = items.filter((each) => visitIdOf(each) === visit && isClean(each));

  async function approve(records: readonly RecordView[]): Promise<void> {
    if (isBusy) return;
    setIsBusy(true);
    const done = await approveAll(records);
    setIsBusy(false);
    if (!done) return;
    setIsAsking(false);
    onDecided();
  }
  if (clean.length < 2) return null;
  return (
    <>
      <Button size="small" onClick={() => setIsAsking(true)}>
        {t`${plural(clean.length, {
          one: 'Approve the # record of this visit without warnings',
          other: 'Approve the # records of this visit without warnings',
        })}`}
      </Button>
      {isAsking && (
        <BulkDialog
          items={clean.filter(({ record }) => canBeApproved(record))}
          reader={reader}
          isBusy={isBusy}
          onApprove={(records) => void approve(records)}
          onClose={() => setIsAsking(false)}
        />
      )}
    </>
  );
}

function visitIdOf({ record }: QueueItem): string {
  return record.visit ?? record.id;
}
