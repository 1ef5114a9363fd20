import { useLingui } from '@lingui/react/macro';
import { plural } from '@lingui/core/macro';
import type { JSX } from 'react';
import { useLive } from '../../db/use-live.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useServices } from '../../services/use-services.ts';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Row, RowList } from '../../ui/row-list.tsx';

/** The three places the data can be: here, on its way, on the server. */
export function DataCard(): JSX.Element | null {
  const { t } = useLingui();
  const format = useFormat();
  const { store, ambient } = useServices();
  const live = useLive(() => store.counts(), [store]);
  if (live.status !== 'ready') return null;
  const counts = live.value;
  const onTheWay = counts.unsent + counts.refused;
  const nowMs = ambient.nowMs();
  return (
    <Card
      title={t`Where the data is`}
      actions={<ButtonLink kind="quiet" size="small" to="/outbox?">{t`Outbox`}</ButtonLink>}
    >
      <RowList>
        <Row
          mark={
            <Badge tone="ok" icon="disk">
              {t`On this laptop`}
            </Badge>
          }
          title={t`${plural(counts.onLaptop, { one: '# record', other: '# records' })}`}
          note={
            counts.drafts > 0 && t`${plural(counts.drafts, { one: '# draft', other: '# drafts' })}`
          }
        />
        <Row
          mark={
            <Badge tone={onTheWay > 0 ? 'warn' : 'neutral'} icon="outbox">
              {t`To be sent`}
            </Badge>
          }
          title={
            onTheWay > 0
              ? t`${plural(onTheWay, { one: '# record', other: '# records' })}`
              : t`Nothing waits`
          }
          note={
            counts.oldestUnsentMs !== null &&
            t`the oldest: ${format.relative(counts.oldestUnsentMs, nowMs)}`
          }
        />
        <Row
          mark={<Badge icon="check">{t`On the server`}</Badge>}
          title={t`${plural(counts.onServer, { one: '# record', other: '# records' })}`}
          note={
            counts.confirmedAtMs === null
              ? t`The server has not confirmed anything yet`
              : t`as of ${format.recent(counts.confirmedAtMs, nowMs)}`
          }
        />
      </RowList>
    </Card>
  );
}
