import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useState } from 'react';
import { roleLabels } from '../../i18n/role-labels.ts';
import { useServices } from '../../services/use-services.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Figure } from '../../ui/figure.tsx';
import { SettingRow, SettingRows } from './setting-row.tsx';
import { SignOutDialog } from './sign-out-dialog.tsx';
import { DataText } from '../../ui/data-text.tsx';

export function AccountCard(): JSX.Element {
  const { t, i18n } = useLingui();
  const { identity } = useServices();
  const [isLeaving, setIsLeaving] = useState(false);
  return (
    <Card
      title={t`Account`}
      actions={
        <Button icon="sign-out" onClick={() => setIsLeaving(true)}>
          {t`Sign out`}
        </Button>
      }
    >
      <SettingRows>
        <SettingRow label={t`Account name`}>
          <Figure>{identity.person}</Figure>
        </SettingRow>
        <SettingRow label={t`Role`}>{i18n._(roleLabels[identity.role])}</SettingRow>
        {identity.teamName !== undefined && (
          <SettingRow label={t`Team`}>
            <DataText>{identity.teamName}</DataText>
          </SettingRow>
        )}
        <SettingRow label={t`Project`}>
          <Figure>{identity.project}</Figure>{' '}
          {identity.isSample && <Badge tone="warn">{t`Sample project`}</Badge>}
        </SettingRow>
      </SettingRows>
      {isLeaving && <SignOutDialog onClose={() => setIsLeaving(false)} />}
    </Card>
  );
}
