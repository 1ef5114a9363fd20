import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useState } from 'react';
import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import type { VaultProof } from '#shared/vault/vault.ts';
import { Button } from '../../ui/button.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Stack } from '../../ui/stack.tsx';
import { Welcome } from '../../ui/welcome.tsx';
import { ProofField, proofOf } from '../../vault/proof-field.tsx';
import { useTries } from './use-tries.ts';

interface UnlockPageProps {
  /** Whether no vault here has a passphrase any more: they were sealed for travel. */
  readonly isSealed: boolean;
  /** Whether the last lock came before all that was typed could be saved. */
  readonly isUnsaved: boolean;
  readonly onProof: (proof: VaultProof) => Promise<Result<unknown, Failure>>;
  /** Makes a vault of one’s own beside those that are there. */
  readonly onNew: () => void;
}

/** Opens a vault with its passphrase, or with what opens it when that is lost. */
export function UnlockPage({ isSealed, isUnsaved, onProof, onNew }: UnlockPageProps): JSX.Element {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const [isLost, setIsLost] = useState(isSealed);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const { waitSeconds, noteWrong, noteRight } = useTries();

  async function unlock(): Promise<void> {
    setIsBusy(true);
    const opened = await onProof(
      isLost ? proofOf(typed) : { kind: 'passphrase', passphrase: typed },
    );
    // Where it opened this page is gone.
    if (opened.ok) return noteRight();
    setIsBusy(false);
    setFailure(opened.error);
    if (opened.error.kind === 'vault/wrong-passphrase') noteWrong();
  }

  return (
    <Welcome
      title={t`Open your vault`}
      note={t`All work on this laptop is locked. Each person opens their own with their passphrase.`}
    >
      {isUnsaved && (
        <Notice tone="warn">
          {t`What was typed just before the lock may not have been saved. All that was shown as saved is there.`}
        </Notice>
      )}
      <form
        noValidate
        data-vault="unlock"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy && waitSeconds === 0) void unlock();
        }}
      >
        <Stack>
          <ProofField isLost={isLost} value={typed} onChange={setTyped} />
          {failure && !isBusy && <FailureView failure={failure} />}
          <Button
            kind="primary"
            type="submit"
            busy={isBusy}
            disabled={typed.trim() === '' || waitSeconds > 0}
          >
            {waitSeconds > 0
              ? t`Try again in ${plural(waitSeconds, { one: '# second', other: '# seconds' })}`
              : t`Open`}
          </Button>
        </Stack>
      </form>
      <Button
        kind="quiet"
        onClick={() => {
          setIsLost(!isLost);
          setTyped('');
        }}
      >
        {isLost ? t`Open with the passphrase` : t`The passphrase is lost`}
      </Button>
      <Button kind="quiet" icon="add" onClick={onNew}>{t`A new vault for another person`}</Button>
    </Welcome>
  );
}
