import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useState } from 'react';
import { normalisePassphrase } from '#shared/vault/passphrase.ts';
import { Button } from '../../ui/button.tsx';
import { Stack } from '../../ui/stack.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Secret } from './secret.tsx';

interface PassphraseStepProps {
  readonly passphrase: string;
  readonly onOther: () => void;
  readonly onWritten: () => void;
  readonly onBack: (() => void) | undefined;
}

/** The passphrase that the app drew, to be written down. */
export function PassphraseStep(props: PassphraseStepProps): JSX.Element {
  const { t } = useLingui();
  const { passphrase, onOther, onWritten, onBack } = props;
  return (
    <form
      data-vault="shown"
      onSubmit={(event) => {
        event.preventDefault();
        onWritten();
      }}
    >
      <Stack>
        <Secret text={passphrase} name="passphrase" />
        <Button kind="primary" type="submit">
          {t`I have written it down`}
        </Button>
        <Button icon="refresh" onClick={onOther}>
          {t`Other words`}
        </Button>
        {onBack && <Button kind="quiet" onClick={onBack}>{t`Back`}</Button>}
      </Stack>
    </form>
  );
}

interface RepeatStepProps {
  readonly passphrase: string;
  readonly onRight: () => void;
  readonly onBack: () => void;
}

/** The passphrase typed once, from the paper it was written on. */
export function RepeatStep({ passphrase, onRight, onBack }: RepeatStepProps): JSX.Element {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  return (
    <form
      noValidate
      data-vault="repeated"
      onSubmit={(event) => {
        event.preventDefault();
        const isRight = normalisePassphrase(typed) === normalisePassphrase(passphrase);
        setIsWrong(!isRight);
        if (isRight) onRight();
      }}
    >
      <Stack>
        <TextField
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one thing to do on this screen
          autoFocus
          label={t`Passphrase`}
          dir="auto"
          spellCheck={false}
          value={typed}
          error={isWrong && t`These are not the words that were shown.`}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button kind="primary" type="submit">{t`Go on`}</Button>
        <Button kind="quiet" onClick={onBack}>{t`Show the words again`}</Button>
      </Stack>
    </form>
  );
}
