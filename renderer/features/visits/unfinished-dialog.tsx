import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import type { Registers } from '../../forms/registers.ts';
import type { VisitPart } from '../../services/visit-parts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { PartList } from './part-list.tsx';

interface UnfinishedDialogProps {
  readonly visit: string;
  readonly parts: readonly VisitPart[];
  readonly registers: Registers;
  readonly onClose: () => void;
  /** The person leaves them as drafts: finishing may go on. */
  readonly onGoOn: () => void;
}

/** Names the records of a visit that are not finished, before the visit is. */
export function UnfinishedDialog(props: UnfinishedDialogProps): JSX.Element {
  const { visit, parts, registers, onClose, onGoOn } = props;
  const { t } = useLingui();
  return (
    <Dialog
      size="wide"
      title={t`These records of the visit are not finished`}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" onClick={onClose}>
            {t`Back to them`}
          </Button>
          <Button onClick={onGoOn}>{t`Leave them as drafts and finish the visit`}</Button>
        </>
      }
    >
      <p>{t`Only finished records are sent. Open one to finish it, or leave them as drafts: nothing is lost.`}</p>
      <PartList label={t`Unfinished records`} visit={visit} parts={parts} registers={registers} />
    </Dialog>
  );
}
