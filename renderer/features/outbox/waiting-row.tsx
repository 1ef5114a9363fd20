import { useLingui } from '@lingui/react/macro';
import { plural } from '@lingui/core/macro';
import type { JSX } from 'react';
import { useFormat } from '../../i18n/use-format.ts';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Row } from '../../ui/row-list.tsx';
import { LogLink } from './log-link.tsx';
import type { Outbox, WaitingGroup } from './load-outbox.ts';
import type { OutboxWords } from './use-outbox-words.ts';

interface WaitingRowProps {
  readonly group: WaitingGroup;
  readonly words: OutboxWords;
}

/** What waits of one visit. */
export function WaitingRow({ group, words }: WaitingRowProps): JSX.Element {
  const { t } = useLingui();
  const { visit, kinds, first } = group;
  const what = words.kinds(kinds);
  const place = visit && words.place(visit);
  return (
    <Row
      mark={<WaitingBadge />}
      title={place === undefined ? what : t`${place}: ${what}`}
      note={t`Sent by itself as soon as there is a connection`}
      actions={
        <>
          <LogLink record={first} />
          {visit && <ButtonLink to={`/visits/${visit.id}`}>{t`Look`}</ButtonLink>}
        </>
      }
    />
  );
}

/** Photos travel after the records they belong to. */
export function PhotosRow({ photos }: Pick<Outbox, 'photos'>): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  const { count } = photos;
  const size = format.fileSize(photos.bytes);
  return (
    <Row
      mark={<WaitingBadge />}
      title={t`${plural(count, { one: '# photo', other: '# photos' })} (${size})`}
      note={t`Sent after the records`}
    />
  );
}

function WaitingBadge(): JSX.Element {
  const { t } = useLingui();
  return <Badge tone="warn" icon="clock">{t`Waits to be sent`}</Badge>;
}
