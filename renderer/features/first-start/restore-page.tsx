import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useState } from 'react';
import type { Failure } from '#shared/core/failure.ts';
import type { FeedId } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import type { Desktop, OpenedCopy } from '#shared/desktop/contract.ts';
import type { VaultProof } from '#shared/vault/vault.ts';
import { restoreCopy } from '../../db/restore-copy.ts';
import type { WorkContents } from '../../db/work-contents.ts';
import { countContents } from '../../db/work-contents.ts';
import { Button } from '../../ui/button.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { Stack } from '../../ui/stack.tsx';
import { Welcome } from '../../ui/welcome.tsx';
import { ProofField, proofOf } from '../../vault/proof-field.tsx';

interface RestorePageProps {
  readonly desktop: Desktop;
  /** Opens the vault of the copy, which is another than this laptop’s. */
  readonly onProof: (keyFile: Uint8Array, proof: VaultProof) => Promise<Result<null, Failure>>;
  readonly newFeed: () => FeedId;
  /** Undefined where a copy was begun to be opened here before, and must be ended. */
  readonly onBack: (() => void) | undefined;
}

type Step =
  | { readonly kind: 'choose'; readonly failure?: Failure }
  | { readonly kind: 'reading' }
  | { readonly kind: 'sealed'; readonly copy: OpenedCopy; readonly failure?: Failure }
  | { readonly kind: 'found'; readonly copy: OpenedCopy; readonly contents: WorkContents }
  | { readonly kind: 'restoring'; readonly done: number; readonly total: number };

/** Opens the copy of another laptop’s work on this empty one. */
export function RestorePage({ desktop, onProof, newFeed, onBack }: RestorePageProps): JSX.Element {
  const { t } = useLingui();
  const [step, setStep] = useState<Step>({ kind: 'choose' });

  async function choose(): Promise<void> {
    setStep({ kind: 'reading' });
    const opened = await desktop.call('copy.open', { from: 'chosen' });
    if (!opened.ok) return setStep({ kind: 'choose', failure: opened.error });
    if (!opened.value) return setStep({ kind: 'choose' });
    await look(opened.value);
  }

  async function look(copy: OpenedCopy): Promise<void> {
    const contents = await countContents(desktop, 'copy');
    if (contents.ok) return setStep({ kind: 'found', copy, contents: contents.value });
    // Of a vault that is not this laptop’s.
    if (contents.error.kind === 'vault/locked') return setStep({ kind: 'sealed', copy });
    setStep({ kind: 'choose', failure: contents.error });
  }

  async function open(copy: OpenedCopy, proof: VaultProof): Promise<void> {
    setStep({ kind: 'reading' });
    const opened = await onProof(copy.keyFile ?? new Uint8Array(), proof);
    if (opened.ok) await look(copy);
    else setStep({ kind: 'sealed', copy, failure: opened.error });
  }

  async function restore({ frames: total }: OpenedCopy): Promise<void> {
    setStep({ kind: 'restoring', done: 0, total });
    const restored = await restoreCopy(
      desktop,
      newFeed(),
      (progress) => setStep({ kind: 'restoring', ...progress }),
      total,
    );
    // Nothing that was read at the start still holds.
    if (restored.ok) location.reload();
    else setStep({ kind: 'choose', failure: restored.error });
  }

  return (
    <Welcome
      title={t`Open from a copy`}
      note={t`When a laptop is lost or broken, its copy on a stick or in a second folder is opened here, and work goes on.`}
    >
      <Stack>
        {step.kind === 'choose' && step.failure && <FailureView failure={step.failure} />}
        {step.kind === 'sealed' && (
          <SealedCopy failure={step.failure} onProof={(proof) => void open(step.copy, proof)} />
        )}
        {step.kind === 'found' && <Found contents={step.contents} copy={step.copy} />}
        {step.kind === 'restoring' && (
          <ProgressBar label={t`Opening the copy`} value={step.done} max={step.total} />
        )}
        {step.kind === 'found' && step.contents.identity && (
          <Button kind="primary" onClick={() => void restore(step.copy)}>
            {t`Open it on this laptop`}
          </Button>
        )}
        {step.kind !== 'restoring' && (
          <>
            <Button
              kind={step.kind === 'choose' ? 'primary' : 'secondary'}
              busy={step.kind === 'reading'}
              onClick={() => void choose()}
            >
              {step.kind === 'found' || step.kind === 'sealed'
                ? t`Choose another folder`
                : t`Choose the folder of the copy`}
            </Button>
            {onBack && <Button kind="quiet" onClick={onBack}>{t`Back`}</Button>}
          </>
        )}
      </Stack>
    </Welcome>
  );
}

interface SealedCopyProps {
  readonly failure: Failure | undefined;
  readonly onProof: (proof: VaultProof) => void;
}

/** A copy opens with the passphrase of the laptop it was made on, or with what opens that vault besides. */
function SealedCopy({ failure, onProof }: SealedCopyProps): JSX.Element {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const [isLost, setIsLost] = useState(false);
  return (
    <form
      noValidate
      data-vault="copy"
      onSubmit={(event) => {
        event.preventDefault();
        onProof(isLost ? proofOf(typed) : { kind: 'passphrase', passphrase: typed });
      }}
    >
      <Stack>
        <Notice tone="info">{t`This copy is locked. Open it with the passphrase of the laptop it was made on.`}</Notice>
        {failure && <FailureView failure={failure} />}
        <ProofField isLost={isLost} value={typed} onChange={setTyped} />
        <Button kind="primary" type="submit" disabled={typed.trim() === ''}>{t`Open`}</Button>
        <Button kind="quiet" onClick={() => setIsLost(!isLost)}>
          {isLost ? t`Open with the passphrase` : t`The passphrase is lost`}
        </Button>
      </Stack>
    </form>
  );
}

function Found({
  contents,
  copy,
}: {
  readonly contents: WorkContents;
  readonly copy: OpenedCopy;
}): JSX.Element {
  const { t } = useLingui();
  const person = contents.identity?.person;
  const { entries, drafts, photos } = contents;
  if (person === undefined) {
    return (
      <Notice tone="warn">{t`Nobody has worked in this copy yet: there is nothing to open.`}</Notice>
    );
  }
  return (
    <>
      <Notice tone="ok" title={t`Work of the account ${person}`}>
        {t`Read back whole: ${plural(entries, { one: '# entry', other: '# entries' })}, ${plural(drafts, { one: '# draft', other: '# drafts' })}, ${plural(photos, { one: '# photo', other: '# photos' })}.`}
      </Notice>
      {(copy.damagedBytes > 0 || contents.missingPhotos > 0) && (
        <Notice tone="warn">{t`A part of the copy is damaged. Everything that can be read is opened; the rest comes back from the server as far as it was sent.`}</Notice>
      )}
    </>
  );
}
