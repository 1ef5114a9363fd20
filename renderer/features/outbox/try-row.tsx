import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import type { SyncTries } from '../../db/stores.ts';
import { useFailureText } from '../../i18n/use-failure-text.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useServices } from '../../services/use-services.ts';
import { Badge } from '../../ui/badge.tsx';
import { Row } from '../../ui/row-list.tsx';

/** Tries that ended alike: when, and why. */
export function TryRow({ tries }: { readonly tries: SyncTries }): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  const textOf = useFailureText();
  const { ambient } = useServices();
  const { failure, firstMs, lastMs, count } = tries;
  const now = ambient.nowMs();
  const last = format.recent(lastMs, now);
  const first = format.recent(firstMs, now);
  const times = t`${plural(count, { one: '# try', other: '# tries' })}`;
  return (
    <Row
      mark={
        failure ? (
          <Badge tone="warn" icon="warning">{t`Failed`}</Badge>
        ) : (
          <Badge tone="ok" icon="check">{t`Went well`}</Badge>
        )
      }
      title={failure ? textOf(failure).what : t`Everything that could be sent was sent`}
      note={count === 1 ? last : t`${times}, the first ${first}, the last ${last}`}
    />
  );
}
