import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { roles } from '#shared/records/role.ts';
import { mayEnrol } from '#shared/rules/permissions.ts';
import { Page } from '../../ui/page.tsx';
import { AboutCard } from './about-card.tsx';
import { AccountCard } from './account-card.tsx';
import { CopyCard } from './copy-card.tsx';
import { DisplayCard } from './display-card.tsx';
import { ServerCard } from './server-card.tsx';
import { StorageCard } from './storage-card.tsx';
import { TeamCard } from './team-card.tsx';
import { UpdateCard } from './update-card.tsx';
import { useServices } from '../../services/use-services.ts';

export function SettingsPage(): JSX.Element {
  const { t } = useLingui();
  const { desktop, identity } = useServices();
  return (
    <Page title={t`Settings`}>
      <DisplayCard />
      <AccountCard />
      {desktop.host === 'desktop' && <ServerCard />}
      {roles.some((role) => mayEnrol(identity.role, role)) && <TeamCard />}
      <StorageCard />
      <CopyCard />
      {desktop.host === 'desktop' && <UpdateCard />}
      <AboutCard />
    </Page>
  );
}
