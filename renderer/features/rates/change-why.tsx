import { useLingui } from '@lingui/react/macro';
import type { JSX, SyntheticEvent } from 'react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface ChangeWhyProps {
  readonly title: string;
  readonly confirmLabel: string;
  readonly onConfirm: (why: string) => void;
  readonly onCancel: () => void;
}

/** Asks why something that was written down is changed. */
export function ChangeWhy(props: ChangeWhyProps): JSX.Element {
  const { title, confirmLabel, onConfirm, onCancel } = props;
  const { t } = useLingui();
  const [why, setWhy] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  function confirm(event: SyntheticEvent): void {
    event.preventDefault();
    setIsAsked(true);
    if (why.trim() !== '') onConfirm(why.trim());
  }
  return (
    <Dialog
      title={title}
      onClose={onCancel}
      actions={
        <>
          <Button kind="primary" onClick={confirm}>
            {confirmLabel}
          </Button>
          <Button onClick={onCancel}>{t`Not now`}</Button>
        </>
      }
    >
      <form onSubmit={confirm}>
        <TextField
          label={t`Reason`}
          hint={t`It stays in the history, with what was said before.`}
          error={isAsked && why.trim() === '' && t`Write a reason.`}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
      </form>
    </Dialog>
  );
}
