import { useLingui } from '@lingui/react/macro';
import type { JSX, ReactNode, SyntheticEvent } from 'react';
import { useState } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Inline } from './stack.tsx';
import { TextField } from './text-field.tsx';

interface WhyDialogProps {
  readonly title: string;
  readonly confirmLabel: string;
  /** Reasons that are often the right one, to take with one press. */
  readonly usual: readonly string[];
  /** What is changed, to be looked at before it is said why. */
  readonly children?: ReactNode;
  readonly onConfirm: (why: string) => void;
  readonly onCancel: () => void;
}

/** Asks why something that was finished or written down is changed; the answer stands in its history. */
export function WhyDialog(props: WhyDialogProps): JSX.Element {
  const { title, confirmLabel, usual, children, onConfirm, onCancel } = props;
  const { t } = useLingui();
  const [why, setWhy] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const isGiven = why.trim() !== '';
  function confirm(event: SyntheticEvent): void {
    event.preventDefault();
    setIsAsked(true);
    if (isGiven) onConfirm(why.trim());
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
      {children}
      <form onSubmit={confirm}>
        <TextField
          data-first
          label={t`Why?`}
          hint={t`It is kept in the history of the record, with your name and the time.`}
          error={isAsked && !isGiven && t`Write a reason, or choose one below.`}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
      </form>
      <Inline>
        {usual.map((reason) => (
          <Button key={reason} size="small" onClick={() => onConfirm(reason)}>
            {reason}
          </Button>
        ))}
      </Inline>
    </Dialog>
  );
}
