import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { Desktop, FoundVault, VaultList } from '#shared/desktop/contract.ts';
import { isSealedForTravel } from '#shared/vault/key-file.ts';
import { LanguagePage } from '../features/first-start/language-page.tsx';
import { CreateVaultPage } from '../features/vault/create-vault-page.tsx';
import { SealedPage } from '../features/vault/sealed-page.tsx';
import { UnlockPage } from '../features/vault/unlock-page.tsx';
import { useHasChosenLanguage } from '../i18n/preference-store.ts';
import { Spinner } from '../ui/spinner.tsx';
import type { UnlockedVault } from '../vault/open-vaults.ts';
import { makeVault, unlock } from '../vault/open-vaults.ts';
import { pageMeans } from '../vault/page-means.ts';
import { forgetTravelNote, readTravelNote } from '../vault/travel-note.ts';
import { forgetUnsavedNote, hasUnsavedNote, keepUnsavedNote } from '../vault/unsaved-note.ts';

interface VaultGateProps {
  readonly desktop: Desktop;
  readonly children: (unlocked: UnlockedVault) => ReactNode;
}

/** Lets nobody further without a vault of their own that is open. */
export function VaultGate({ desktop, children }: VaultGateProps): ReactNode {
  const { t } = useLingui();
  const hasLanguage = useHasChosenLanguage();
  const [list, setList] = useState<VaultList>();
  const [wantsNew, setWantsNew] = useState(false);
  const [wantsOpen, setWantsOpen] = useState(false);
  const [unlocked, setUnlocked] = useState<UnlockedVault>();
  useEffect(() => {
    void desktop.call('vault.list', null).then((found) => {
      if (found.wasForced === true) keepUnsavedNote();
      setList(found);
    });
  }, [desktop]);

  function enter(open: UnlockedVault): void {
    forgetTravelNote();
    forgetUnsavedNote();
    setUnlocked(open);
  }

  if (unlocked) return children(unlocked);
  if (!list) return <Spinner label={t`Checking what is on this laptop …`} />;
  const { vaults, hasUnsealed } = list;
  if (!hasLanguage && vaults.length === 0) return <LanguagePage />;
  const travel = findSealed(vaults);
  if (travel && !wantsNew && !wantsOpen) {
    return (
      <SealedPage {...travel} onNew={() => setWantsNew(true)} onOpen={() => setWantsOpen(true)} />
    );
  }
  // Work that lies in clear is taken over by the first vault there is.
  const takesOver = hasUnsealed && vaults.length === 0;
  if (vaults.length === 0 || wantsNew) {
    return (
      <CreateVaultPage
        takesOver={takesOver}
        onMake={async (wanted, onProgress) => {
          const made = await makeVault(desktop, { ...wanted, takesOver }, pageMeans, onProgress);
          if (made.ok) enter(made.value);
          return made;
        }}
        onBack={vaults.length === 0 && !travel ? undefined : () => setWantsNew(false)}
      />
    );
  }
  return (
    <UnlockPage
      isUnsaved={hasUnsavedNote()}
      isSealed={vaults.every(({ keyFile }) => isSealedForTravel(keyFile))}
      onProof={async (proof) => {
        const opened = await unlock(desktop, vaults, proof, pageMeans);
        if (opened.ok) enter(opened.value);
        return opened;
      }}
      onNew={() => setWantsNew(true)}
    />
  );
}

/** What the screen says of a vault that was sealed on this laptop; undefined where there is none, or where sealing it did not come to be. */
function findSealed(vaults: readonly FoundVault[]) {
  const note = readTravelNote();
  if (!note) return undefined;
  const left = vaults.find(({ id }) => id === note.id);
  if (left && !isSealedForTravel(left.keyFile)) return undefined;
  const others = vaults.filter(({ keyFile }) => !isSealedForTravel(keyFile)).length;
  return { atMs: note.atMs, isKept: left !== undefined, others };
}
