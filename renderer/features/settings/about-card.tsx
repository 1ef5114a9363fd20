import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { Link } from 'wouter';
import { useServices } from '../../services/use-services.ts';
import { Card } from '../../ui/card.tsx';
import { Figure } from '../../ui/figure.tsx';
import { SettingRow, SettingRows } from './setting-row.tsx';

export function AboutCard(): JSX.Element {
  const { t } = useLingui();
  const { desktop } = useServices();
  return (
    <Card title={t`About Bazarnegar`}>
      <SettingRows>
        <SettingRow label={t`Version`}>
          <Figure>{desktop.appVersion}</Figure>
        </SettingRow>
        <SettingRow label={t`Runs`}>
          {desktop.host === 'desktop' ? t`as a desktop app` : t`in the browser`}
        </SettingRow>
      </SettingRows>
      <p>
        <Link href="/vault">{t`Your vault: passphrase and recovery`}</Link>
      </p>
      <p>
        <Link href="/safety">{t`What is protected, and what to do when a laptop is lost`}</Link>
      </p>
    </Card>
  );
}
