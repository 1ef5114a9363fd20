import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useState } from 'react';
import { LEAST_RECIPIENTS, recipientSchema } from '#shared/vault/key-file.ts';
import { Button } from '../../ui/button.tsx';
import { Stack } from '../../ui/stack.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { Secret } from './secret.tsx';

interface RecoveryStepProps {
  readonly paperCode: string;
  readonly action: string;
  /** With recovery recipients: at least two, or none. */
  readonly onDone: (recipients: readonly string[]) => void;
}

/** The code for paper, and the keys of people who can open the vault. */
export function RecoveryStep({ paperCode, action, onDone }: RecoveryStepProps): JSX.Element {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const [isWrong, setIsWrong] = useState(false);

  function finish(): void {
    const recipients = [...new Set(typed.split(/\s+/).filter((word) => word !== ''))];
    const isRight =
      recipients.length === 0 ||
      (recipients.length >= LEAST_RECIPIENTS &&
        recipients.every((recipient) => recipientSchema.safeParse(recipient).success));
    setIsWrong(!isRight);
    if (isRight) onDone(recipients);
  }

  return (
    <form
      noValidate
      data-vault="recovery"
      onSubmit={(event) => {
        event.preventDefault();
        finish();
      }}
    >
      <Stack>
        <Secret text={paperCode} name="code" />
        <TextArea
          label={t`Recovery keys of the secretariat`}
          hint={t`If you were given any: one a line, at least two. Each begins with age1`}
          error={isWrong && t`At least two whole keys are needed, or none.`}
          dir="ltr"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button kind="primary" type="submit">
          {action}
        </Button>
      </Stack>
    </form>
  );
}
