import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { Page } from '../../ui/page.tsx';
import { AboutCard } from './about-card.tsx';
import { AccountCard } from './account-card.tsx';
import { CopyCard } from './copy-card.tsx';
import { DisplayCard } from './display-card.tsx';
import { ServerCard } from './server-card.tsx';
import { StorageCard } from './storage-card.tsx';
import { useServices } from '../../services/use-services.ts';

export function SettingsPage(): JSX.Element {
  const { t } = useLingui();
  const { desktop } = useServices();
  return (
    <Page title={t`Settings`}>
      <DisplayCard />
      <AccountCard />
      {desktop.host === 'desktop' && <ServerCard />}
      <StorageCard />
      <CopyCard />
      <AboutCard />
    </Page>
  );
}
