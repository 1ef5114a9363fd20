import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { dayOf, toInstant } from '#shared/core/instant.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useServices } from '../../services/use-services.ts';
import { SettingRow, SettingRows } from './setting-row.tsx';

/** Today's date, a number and a price as they look with the choices above. */
export function DisplayPreview(): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  const { ambient } = useServices();
  const nowMs = ambient.nowMs();
  const today = dayOf(toInstant(nowMs, ambient.offsetMinutes(nowMs)));
  return (
    <SettingRows>
      <SettingRow label={t`This is how it looks`}>
        {format.dateBoth(today, 'full')} · {format.time(nowMs)} ·{' '}
        {format.money('1250000', t`Iraqi dinars`)} · {format.number('12.5')}
      </SettingRow>
    </SettingRows>
  );
}
