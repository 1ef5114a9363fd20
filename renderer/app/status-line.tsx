import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useSyncExternalStore } from 'react';
import { Link } from 'wouter';
import type { StoreHealth, WorkCounts } from '../db/stores.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useServices } from '../services/use-services.ts';
import { CopyFact } from './copy-fact.tsx';
import { LinkFact } from './link-fact.tsx';
import { SavingFact } from './saving-fact.tsx';
import { StatusFact } from './status-fact.tsx';
import css from './status-line.module.css';
import { clockError, toneOfUnsent } from './status-rules.ts';
import { StorageFact } from './storage-fact.tsx';
import { useNow } from './use-now.ts';
import { useStorageState } from './use-storage-state.ts';

/** What a person must always be able to see of their work: saved, sent, confirmed, room left, connection. */
export function StatusLine({ counts }: { readonly counts: WorkCounts | undefined }): JSX.Element {
  const { t } = useLingui();
  const { store, sync } = useServices();
  const health = useSyncExternalStore(store.onHealth, store.health);
  const syncState = useSyncExternalStore(sync.onState, sync.state);
  const storage = useStorageState();
  return (
    <footer className={css['line']} aria-label={t`State of your work`}>
      <Link href="/outbox" className={css['link']}>
        <SavingFact health={health} />
        {counts && <SentFacts counts={counts} />}
        {storage && <StorageFact freeBytes={storage.freeBytes} />}
        <CopyFact />
        <OddFacts health={health} />
        <span className={css['end']}>
          <LinkFact sync={syncState} />
        </span>
      </Link>
    </footer>
  );
}

function SentFacts({ counts }: { readonly counts: WorkCounts }): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  const nowMs = useNow();
  const { unsent, unsentPhotos, refused, confirmedAtMs } = counts;
  const waiting = unsent + unsentPhotos;
  const confirmedAt = confirmedAtMs === null ? '' : format.recent(confirmedAtMs, nowMs);
  return (
    <>
      {refused > 0 && (
        <StatusFact icon="warning" tone="warn">
          {t`${plural(refused, { one: '# item needs you', other: '# items need you' })}`}
        </StatusFact>
      )}
      <StatusFact icon={waiting > 0 ? 'outbox' : 'check'} tone={toneOfUnsent(counts, nowMs)}>
        {waiting > 0
          ? t`${plural(waiting, { one: '# item has not reached the server yet', other: '# items have not reached the server yet' })}`
          : t`Nothing waits to be sent`}
      </StatusFact>
      <StatusFact icon="clock" tone="calm">
        {confirmedAtMs === null
          ? t`Not yet synced with the server`
          : t`Last confirmed by the server: ${confirmedAt}`}
      </StatusFact>
    </>
  );
}

/** What is shown only when it is so. */
function OddFacts({ health }: { readonly health: StoreHealth }): JSX.Element {
  const { t } = useLingui();
  const off = clockError(health.clockOffsetMs);
  const minutes = Math.round(Math.abs(off ?? 0) / 60_000);
  return (
    <>
      {health.isIndexBehind && (
        <StatusFact
          icon="refresh"
          tone="warn"
        >{t`All is saved; lists are being repaired`}</StatusFact>
      )}
      {off !== undefined && (
        <StatusFact icon="clock" tone="warn">
          {off > 0
            ? t`This laptop’s clock is ${plural(minutes, { one: '# minute', other: '# minutes' })} slow`
            : t`This laptop’s clock is ${plural(minutes, { one: '# minute', other: '# minutes' })} fast`}
        </StatusFact>
      )}
    </>
  );
}
