import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useState } from 'react';
import type { Autosave } from '../../forms/autosave.ts';
import type { VisitPart } from '../../services/visit-parts.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDeletePart } from './use-delete-part.ts';
import { WhyDialog } from '../../ui/why-dialog.tsx';

interface DeletePartProps {
  readonly part: VisitPart;
  readonly autosave: Autosave;
  readonly onDone: () => void;
}

/** Throws away a draft, or deletes a finished record; asked first, and undone with one press afterwards. */
export function DeletePart({ part, autosave, onDone }: DeletePartProps): JSX.Element {
  const { t } = useLingui();
  const [isAsked, setIsAsked] = useState(false);
  const { removeDraft, deleteRecord } = useDeletePart(part, autosave, onDone);
  const { record, draft } = part;
  const label = draft ? (record ? t`Discard the change` : t`Delete the draft`) : t`Delete`;
  function close(): void {
    setIsAsked(false);
  }
  return (
    <>
      <IconButton icon="trash" label={label} onClick={() => setIsAsked(true)} />
      {isAsked && draft && (
        <Dialog
          title={record ? t`Discard what was changed?` : t`Delete this draft?`}
          onClose={close}
          actions={
            <>
              <Button kind="danger" onClick={removeDraft}>
                {label}
              </Button>
              <Button onClick={close}>{t`Keep it`}</Button>
            </>
          }
        >
          <p>
            {record
              ? t`The record stays as it was finished before.`
              : t`What was typed here goes. You can undo it for a few seconds.`}
          </p>
        </Dialog>
      )}
      {isAsked && !draft && (
        <WhyDialog
          title={t`Why is this record deleted?`}
          confirmLabel={t`Delete`}
          usual={[t`Entered twice`, t`Belongs to another visit`]}
          onConfirm={deleteRecord}
          onCancel={close}
        />
      )}
    </>
  );
}
