import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useState } from 'react';
import type { Failure } from '#shared/core/failure.ts';
import { generatePaperCode, generatePassphrase } from '#shared/vault/passphrase.ts';
import type { OpenVault } from '#shared/vault/vault.ts';
import { wordsIn } from '#shared/vault/words/word-lists.ts';
import { usePreferences } from '../../i18n/preference-store.ts';
import { useServices } from '../../services/use-services.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { Inline } from '../../ui/stack.tsx';
import { pageMeans } from '../../vault/page-means.ts';
import { PassphraseStep, RepeatStep } from './passphrase-steps.tsx';
import { RecoveryOffer } from './recovery-offer.tsx';
import { RecoveryStep } from './recovery-step.tsx';

type Step =
  | { readonly kind: 'look'; readonly done?: 'changed' | 'taken' }
  | { readonly kind: 'shown' | 'repeated'; readonly passphrase: string }
  | { readonly kind: 'recovery'; readonly paperCode: string }
  | { readonly kind: 'keeping' };

/** What opens one’s vault, and how it is changed: none of the work is written anew for it. */
export function VaultPage(): JSX.Element {
  const { t } = useLingui();
  const { vault } = useServices();
  const { language } = usePreferences();
  const [step, setStep] = useState<Step>({ kind: 'look' });
  const [failure, setFailure] = useState<Failure>();
  const { recipients, hasPaperCode, hasPassphrase } = vault.current();

  function showPassphrase(): void {
    const passphrase = generatePassphrase(wordsIn(language), pageMeans.randomBytes);
    setStep({ kind: 'shown', passphrase });
  }

  async function keep(
    change: (open: OpenVault) => Promise<OpenVault>,
    done: 'changed' | 'taken' = 'changed',
  ): Promise<void> {
    setStep({ kind: 'keeping' });
    const kept = await vault.keep(await change(vault.current()));
    setFailure(kept.ok ? undefined : kept.error);
    setStep(kept.ok ? { kind: 'look', done } : { kind: 'look' });
  }

  return (
    <Page title={t`Vault`} back={{ to: '/settings', label: t`Settings` }}>
      <Card title={t`What opens your vault`}>
        {failure && <FailureView failure={failure} />}
        {step.kind === 'look' && (
          <>
            {step.done === 'taken' && (
              <Notice tone="ok">
                {t`Taken. Your words and your code on paper open it as before.`}
              </Notice>
            )}
            {step.done === 'changed' && (
              <Notice tone="ok">{t`Changed. What opened it before opens nothing any more.`}</Notice>
            )}
            {!hasPassphrase && (
              <Notice tone="warn">
                {t`It was sealed for travel: only a recovery key opens it. Give it a passphrase before you go on.`}
              </Notice>
            )}
            <RecoveryOffer
              onTake={(people) => void keep((open) => open.withRecipients(people), 'taken')}
            />
            <p>
              {hasPaperCode && t`Your passphrase, and a code on paper.`}
              {hasPassphrase && !hasPaperCode && t`Your passphrase.`}{' '}
              {recipients.length > 0 &&
                t`Besides, ${plural(recipients.length, { one: '# person with a recovery key', other: '# people with recovery keys' })}.`}
            </p>
            <Inline>
              <Button onClick={showPassphrase}>{t`Another passphrase`}</Button>
              <Button
                onClick={() =>
                  setStep({
                    kind: 'recovery',
                    paperCode: generatePaperCode(pageMeans.randomBytes),
                  })
                }
              >
                {t`Another code and recovery keys`}
              </Button>
              <Button kind="danger" onClick={() => void vault.lock()}>
                {t`Lock now`}
              </Button>
            </Inline>
          </>
        )}
        {step.kind === 'shown' && (
          <PassphraseStep
            passphrase={step.passphrase}
            onOther={showPassphrase}
            onWritten={() => setStep({ ...step, kind: 'repeated' })}
            onBack={() => setStep({ kind: 'look' })}
          />
        )}
        {step.kind === 'repeated' && (
          <RepeatStep
            passphrase={step.passphrase}
            onRight={() => void keep((open) => open.withPassphrase(step.passphrase))}
            onBack={() => setStep({ ...step, kind: 'shown' })}
          />
        )}
        {step.kind === 'recovery' && (
          <RecoveryStep
            paperCode={step.paperCode}
            action={t`I have written it down`}
            onDone={(people) =>
              void keep((open) =>
                open.withRecovery({ recipients: people, paperCode: step.paperCode }),
              )
            }
          />
        )}
        {step.kind === 'keeping' && <Spinner />}
      </Card>
      <Card
        title={t`Before a border or a checkpoint`}
        note={t`Seal the vault: what was not sent goes on a stick for your team, and then nothing on this laptop opens your work any more.`}
      >
        <div>
          <ButtonLink to="/seal">{t`Seal for travel`}</ButtonLink>
        </div>
      </Card>
    </Page>
  );
}
