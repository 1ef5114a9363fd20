import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useState } from 'react';
import type { Failure } from '#shared/core/failure.ts';
import { AUDIT_HEADS_SETTING } from '../../sync/audit-heads.ts';
import { isAboutProof } from '../../sync/failure-groups.ts';
import { noteTold } from '../../sync/feed-proofs.ts';
import { SIGNED_OUT_SETTING } from '../../sync/signed-out.ts';
import { useServices } from '../../services/use-services.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { TrustDialog } from './trust-dialog.tsx';

/** The one thing a person can do so that sync goes on. */
export function SyncAction({ failure }: { readonly failure: Failure }): JSX.Element {
  const { t } = useLingui();
  const { store, sync } = useServices();
  const [isAsking, setIsAsking] = useState(false);

  async function signIn(): Promise<void> {
    const set = await store.settings.set(SIGNED_OUT_SETTING, true);
    // The app starts anew at the sign-in screen; all work stays.
    if (set.ok) location.reload();
  }

  async function acceptAudit(): Promise<void> {
    const set = await store.settings.set(AUDIT_HEADS_SETTING, null);
    if (set.ok) await sync.syncNow();
  }

  async function told(): Promise<void> {
    const noted = await noteTold(store.settings);
    if (noted.ok) await sync.syncNow();
  }

  if (failure.kind === 'account/signed-out' || failure.kind === 'account/sign-in-again') {
    return (
      <Button kind="primary" icon="person" onClick={() => void signIn()}>
        {t`Sign in again`}
      </Button>
    );
  }
  if (failure.kind === 'sync/other-server') {
    return (
      <>
        <Button icon="warning" onClick={() => setIsAsking(true)}>{t`Look at the key`}</Button>
        {isAsking && <TrustDialog offered={failure.key} onClose={() => setIsAsking(false)} />}
      </>
    );
  }
  if (failure.kind === 'sync/audit-changed') {
    return <Button onClick={() => void acceptAudit()}>{t`I told them: go on`}</Button>;
  }
  if (isAboutProof(failure)) {
    return <Button onClick={() => void told()}>{t`I told them: go on`}</Button>;
  }
  if (failure.kind === 'network/no-server-set' || failure.kind === 'network/bad-address') {
    return <ButtonLink to="/settings" icon="settings">{t`Settings`}</ButtonLink>;
  }
  return (
    <Button icon="refresh" onClick={() => void sync.syncNow()}>
      {t`Try again`}
    </Button>
  );
}
