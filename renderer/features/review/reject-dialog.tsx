import { useLingui } from '@lingui/react/macro';
import type { JSX, SyntheticEvent } from 'react';
import { useId, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/text-field.tsx';

interface RejectDialogProps {
  readonly isBusy: boolean;
  readonly onReject: (why: string) => void;
  readonly onClose: () => void;
}

/** Why a record is set aside for good. */
export function RejectDialog({ isBusy, onReject, onClose }: RejectDialogProps): JSX.Element {
  const { t } = useLingui();
  const formId = useId();
  const [why, setWhy] = useState('');
  const [isTried, setIsTried] = useState(false);
  const isEmpty = why.trim() === '';

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    setIsTried(true);
    if (!isEmpty) onReject(why);
  }
  return (
    <Dialog
      title={t`Reject the record`}
      onClose={onClose}
      actions={
        <>
          <Button kind="danger" type="submit" form={formId} busy={isBusy}>{t`Reject`}</Button>
          <Button onClick={onClose}>{t`Cancel`}</Button>
        </>
      }
    >
      <p>{t`A rejected record stays in the project with its history, and counts nowhere. It can be returned later.`}</p>
      <form id={formId} onSubmit={submit}>
        <TextArea
          label={t`Why?`}
          isRequired
          error={isTried && isEmpty ? t`Write why it is rejected.` : undefined}
          value={why}
          maxLength={2000}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
      </form>
    </Dialog>
  );
}
