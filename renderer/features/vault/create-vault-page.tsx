import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useState } from 'react';
import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import {
  generatePaperCode,
  generatePassphrase,
  normalisePassphrase,
} from '#shared/vault/passphrase.ts';
import type { VaultRecovery } from '#shared/vault/vault.ts';
import { wordsIn } from '#shared/vault/words/word-lists.ts';
import { usePreferences } from '../../i18n/preference-store.ts';
import { Button } from '../../ui/button.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { Stack } from '../../ui/stack.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Welcome } from '../../ui/welcome.tsx';
import { pageMeans } from '../../vault/page-means.ts';
import { RecoveryStep } from './recovery-step.tsx';
import { Secret } from './secret.tsx';

interface CreateVaultPageProps {
  /** Whether work of a version without vaults becomes this vault’s. */
  readonly takesOver: boolean;
  /** Makes the vault; on success the page is left. */
  readonly onMake: (
    wanted: { readonly passphrase: string; readonly recovery: VaultRecovery },
    onProgress: (progress: Progress) => void,
  ) => Promise<Result<unknown, Failure>>;
  /** Undefined where there is no vault to go back to. */
  readonly onBack: (() => void) | undefined;
}

interface Progress {
  readonly done: number;
  readonly total: number;
}

type Step = 'shown' | 'repeated' | 'recovery';

/** Makes a vault: the passphrase is shown, typed once from the paper it was written on, and then what opens it without. */
export function CreateVaultPage({ takesOver, onMake, onBack }: CreateVaultPageProps): JSX.Element {
  const { t } = useLingui();
  const { language } = usePreferences();
  const [step, setStep] = useState<Step>('shown');
  const [passphrase, setPassphrase] = useState(newPassphrase);
  const [paperCode] = useState(() => generatePaperCode(pageMeans.randomBytes));
  const [progress, setProgress] = useState<Progress>();
  const [failure, setFailure] = useState<Failure>();

  function newPassphrase(): string {
    return generatePassphrase(wordsIn(language), pageMeans.randomBytes);
  }

  async function make(recipients: readonly string[]): Promise<void> {
    setFailure(undefined);
    setProgress({ done: 0, total: 1 });
    const made = await onMake({ passphrase, recovery: { recipients, paperCode } }, setProgress);
    if (made.ok) return;
    setProgress(undefined);
    setFailure(made.error);
  }

  if (progress) {
    return (
      <Welcome
        title={t`Making your vault`}
        note={
          takesOver &&
          t`The work on this laptop is put into it, and read back. Nothing is taken away before.`
        }
      >
        <ProgressBar label={t`Making your vault`} value={progress.done} max={progress.total} />
      </Welcome>
    );
  }
  if (step === 'shown') {
    return (
      <Welcome
        title={t`Your passphrase`}
        note={t`All you write on this laptop is locked with these words. Nobody has them but you: write them on paper, and keep it away from the laptop.`}
      >
        <form
          data-vault="shown"
          onSubmit={(event) => {
            event.preventDefault();
            setStep('repeated');
          }}
        >
          <Stack>
            <Secret text={passphrase} name="passphrase" />
            <Button kind="primary" type="submit">
              {t`I have written it down`}
            </Button>
            <Button icon="refresh" onClick={() => setPassphrase(newPassphrase())}>
              {t`Other words`}
            </Button>
            {onBack && <Button kind="quiet" onClick={onBack}>{t`Back`}</Button>}
          </Stack>
        </form>
      </Welcome>
    );
  }
  if (step === 'repeated') {
    return (
      <RepeatStep
        passphrase={passphrase}
        onRight={() => setStep('recovery')}
        onBack={() => setStep('shown')}
      />
    );
  }
  return (
    <Welcome
      title={t`If the passphrase is lost`}
      note={t`Without it nobody can open the vault, we neither. This code can, and so can the people whose keys you give: keep it in another place than the passphrase.`}
    >
      {failure && <FailureView failure={failure} />}
      <RecoveryStep
        paperCode={paperCode}
        action={t`Make the vault`}
        onDone={(recipients) => void make(recipients)}
      />
    </Welcome>
  );
}

interface RepeatStepProps {
  readonly passphrase: string;
  readonly onRight: () => void;
  readonly onBack: () => void;
}

function RepeatStep({ passphrase, onRight, onBack }: RepeatStepProps): JSX.Element {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  return (
    <Welcome
      title={t`Type it once`}
      note={t`From your paper: so that you know it is right before there is anything behind it.`}
    >
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
    </Welcome>
  );
}
