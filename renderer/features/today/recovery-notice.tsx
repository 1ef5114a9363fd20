import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useRecoveryOffer } from '../../services/use-recovery-offer.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

/** Says that nobody but its person could open the vault, though others might. */
export function RecoveryNotice(): JSX.Element | null {
  const { t } = useLingui();
  if (!useRecoveryOffer()) return null;
  return (
    <Notice
      tone="warn"
      title={t`A lost passphrase would lose your work`}
      action={<ButtonLink size="small" to="/vault">{t`Look at the keys`}</ButtonLink>}
    >
      {t`The secretariat offers recovery keys for your vault.`}
    </Notice>
  );
}
