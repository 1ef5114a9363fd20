import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useState } from 'react';
import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import { generatePaperCode, generatePassphrase } from '#shared/vault/passphrase.ts';
import type { VaultRecovery } from '#shared/vault/vault.ts';
import { wordsIn } from '#shared/vault/words/word-lists.ts';
import { usePreferences } from '../../i18n/preference-store.ts';
import { FailureView } from '../../ui/failure-view.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { Welcome } from '../../ui/welcome.tsx';
import { pageMeans } from '../../vault/page-means.ts';
import { PassphraseStep, RepeatStep } from './passphrase-steps.tsx';
import { RecoveryStep } from './recovery-step.tsx';

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
        <PassphraseStep
          passphrase={passphrase}
          onOther={() => setPassphrase(newPassphrase())}
          onWritten={() => setStep('repeated')}
          onBack={onBack}
        />
      </Welcome>
    );
  }
  if (step === 'repeated') {
    return (
      <Welcome
        title={t`Type it once`}
        note={t`From your paper: so that you know it is right before there is anything behind it.`}
      >
        <RepeatStep
          passphrase={passphrase}
          onRight={() => setStep('recovery')}
          onBack={() => setStep('shown')}
        />
      </Welcome>
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
