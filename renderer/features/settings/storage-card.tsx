import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { StorageState } from '#shared/desktop/contract.ts';
import { useLive } from '../../db/use-live.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useServices } from '../../services/use-services.ts';
import { Card } from '../../ui/card.tsx';
import { SettingRow, SettingRows } from './setting-row.tsx';

/** What lies on this laptop, and how it is doing. */
export function StorageCard(): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  const { desktop, store } = useServices();
  const [storage, setStorage] = useState<StorageState>();
  const counts = useLive(() => store.counts(), [store], { isPaced: true });
  const health = useSyncExternalStore(store.onHealth, store.health);

  useEffect(() => {
    void desktop.call('storage.state', null).then(setStorage);
  }, [desktop]);

  return (
    <Card title={t`This laptop`}>
      <SettingRows>
        {counts.status === 'ready' && (
          <>
            <SettingRow label={t`Records`}>{format.number(counts.value.onLaptop)}</SettingRow>
            <SettingRow label={t`Drafts`}>{format.number(counts.value.drafts)}</SettingRow>
          </>
        )}
        {storage && (
          <>
            <SettingRow label={t`Size of the journal`}>
              {format.fileSize(storage.journalBytes)}
            </SettingRow>
            <SettingRow label={t`Free space`}>
              {storage.freeBytes === null ? t`Unknown` : format.fileSize(storage.freeBytes)}
            </SettingRow>
          </>
        )}
        <SettingRow label={t`At the last start`}>
          {health.wasRebuilt
            ? t`The working copy was made anew from the journal; nothing was missing`
            : t`Everything was in order`}
        </SettingRow>
      </SettingRows>
    </Card>
  );
}
