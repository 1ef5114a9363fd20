import { useLingui } from '@lingui/react/macro';
import type { JSX, KeyboardEvent } from 'react';
import { useState } from 'react';
import type { SignIn } from '#shared/sync/team-api.ts';
import { Button } from '../../ui/button.tsx';
import { Stack } from '../../ui/stack.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface SignInFormProps {
  readonly isBusy: boolean;
  readonly onSubmit: (input: SignIn) => void;
}

export function SignInForm({ isBusy, onSubmit }: SignInFormProps): JSX.Element {
  const { t } = useLingui();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [isShown, setIsShown] = useState(false);
  const [hasCapsLock, setHasCapsLock] = useState(false);

  function watchCapsLock(event: KeyboardEvent): void {
    setHasCapsLock(event.getModifierState('CapsLock'));
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit({ name: name.trim(), password });
      }}
    >
      <Stack>
        <TextField
          label={t`Account name`}
          dir="ltr"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextField
          label={t`Password`}
          type={isShown ? 'text' : 'password'}
          dir="ltr"
          autoComplete="current-password"
          spellCheck={false}
          value={password}
          warning={passwordWarning()}
          onChange={(event) => setPassword(event.currentTarget.value)}
          onKeyDown={watchCapsLock}
          onKeyUp={watchCapsLock}
          aside={
            <Button
              kind="quiet"
              size="small"
              icon={isShown ? 'eye-off' : 'eye'}
              aria-pressed={isShown}
              onClick={() => setIsShown(!isShown)}
            >
              {isShown ? t`Hide` : t`Show`}
            </Button>
          }
        />
        <Button
          kind="primary"
          type="submit"
          busy={isBusy}
          disabled={name.trim() === '' || password === ''}
        >
          {t`Sign in`}
        </Button>
      </Stack>
    </form>
  );

  function passwordWarning(): string | undefined {
    if (hasCapsLock) return t`Caps Lock is on`;
    return /\p{Script=Arabic}/u.test(password)
      ? t`The keyboard writes Persian letters now`
      : undefined;
  }
}
