import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import type { RecordView } from '#shared/records/record.ts';
import type { AnswerReader } from '../../forms/answer-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Row, RowList } from '../../ui/row-list.tsx';
import type { QueueItem } from './queue-item.ts';
import { recordFigure, useRecordTitle } from './record-title.ts';

interface BulkDialogProps {
  readonly items: readonly QueueItem[];
  readonly reader: AnswerReader;
  readonly isBusy: boolean;
  readonly onApprove: (records: readonly RecordView[]) => void;
  readonly onClose: () => void;
}

/** The records of a visit that nothing speaks against, read over once before they are approved together. */
export function BulkDialog(props: BulkDialogProps): JSX.Element {
  const { items, reader, isBusy, onApprove, onClose } = props;
  const { t } = useLingui();
  const approve = t`${plural(items.length, {
    one: 'Approve # record',
    other: 'Approve # records',
  })}`;
  return (
    <Dialog
      title={t`Records of this visit without warnings`}
      size="wide"
      onClose={onClose}
      actions={
        <>
          <Button
            kind="primary"
            icon="check"
            busy={isBusy}
            onClick={() => onApprove(items.map(({ record }) => record))}
          >
            {approve}
          </Button>
          <Button onClick={onClose}>{t`Cancel`}</Button>
        </>
      }
    >
      <RowList>
        {items.map((item) => (
          <BulkRow key={item.record.id} item={item} reader={reader} />
        ))}
      </RowList>
    </Dialog>
  );
}

function BulkRow(props: { readonly item: QueueItem; readonly reader: AnswerReader }): JSX.Element {
  const title = useRecordTitle(props.item, props.reader);
  return <Row title={title} note={recordFigure(props.item.record, props.reader)} />;
}
