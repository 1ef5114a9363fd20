import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { Desktop, VaultList } from '#shared/desktop/contract.ts';
import { LanguagePage } from '../features/first-start/language-page.tsx';
import { CreateVaultPage } from '../features/vault/create-vault-page.tsx';
import { UnlockPage } from '../features/vault/unlock-page.tsx';
import { useHasChosenLanguage } from '../i18n/preference-store.ts';
import { Spinner } from '../ui/spinner.tsx';
import type { UnlockedVault } from '../vault/open-vaults.ts';
import { makeVault, unlock } from '../vault/open-vaults.ts';
import { pageMeans } from '../vault/page-means.ts';

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
  const [unlocked, setUnlocked] = useState<UnlockedVault>();
  useEffect(() => {
    void desktop.call('vault.list', null).then(setList);
  }, [desktop]);

  if (unlocked) return children(unlocked);
  if (!list) return <Spinner label={t`Checking what is on this laptop …`} />;
  const { vaults, hasUnsealed } = list;
  if (!hasLanguage && vaults.length === 0) return <LanguagePage />;
  // Work that lies in clear is taken over by the first vault there is.
  const takesOver = hasUnsealed && vaults.length === 0;
  if (vaults.length === 0 || wantsNew) {
    return (
      <CreateVaultPage
        takesOver={takesOver}
        onMake={async (wanted, onProgress) => {
          const made = await makeVault(desktop, { ...wanted, takesOver }, pageMeans, onProgress);
          if (made.ok) setUnlocked(made.value);
          return made;
        }}
        onBack={vaults.length === 0 ? undefined : () => setWantsNew(false)}
      />
    );
  }
  return (
    <UnlockPage
      onProof={async (proof) => {
        const opened = await unlock(desktop, vaults, proof, pageMeans);
        if (opened.ok) setUnlocked(opened.value);
        return opened;
      }}
      onNew={() => setWantsNew(true)}
    />
  );
}
