import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import type { VaultProof } from '#shared/vault/vault.ts';
import { TextField } from '../ui/text-field.tsx';

interface ProofFieldProps {
  readonly isLost: boolean;
  readonly value: string;
  readonly onChange: (typed: string) => void;
}

/** Where the passphrase is typed, or the code or key that stands for a lost one. */
export function ProofField({ isLost, value, onChange }: ProofFieldProps): JSX.Element {
  const { t } = useLingui();
  return (
    <TextField
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one thing to do on this screen
      autoFocus
      key={isLost ? 'lost' : 'known'}
      masked={!isLost}
      label={isLost ? t`Code from paper, or recovery key` : t`Passphrase`}
      hint={
        isLost
          ? t`The code that was shown when the vault was made, or a key that begins with AGE-SECRET-KEY-1`
          : undefined
      }
      dir={isLost ? 'ltr' : 'auto'}
      spellCheck={false}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** What stands for a lost passphrase: a secret key of age, or else the code from paper. */
export function proofOf(typed: string): VaultProof {
  return /^\s*age-secret-key-1/i.test(typed)
    ? { kind: 'recovery', identity: typed.trim().toUpperCase() }
    : { kind: 'paper', code: typed };
}
