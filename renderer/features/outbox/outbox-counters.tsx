import { useLingui } from '@lingui/react/macro';
import { plural } from '@lingui/core/macro';
import type { JSX } from 'react';
import { useSyncExternalStore } from 'react';
import { useFormat } from '../../i18n/use-format.ts';
import { useServices } from '../../services/use-services.ts';
import type { Stat } from '../../ui/stat-grid.tsx';
import { StatGrid } from '../../ui/stat-grid.tsx';
import type { Outbox, WaitingGroup } from './load-outbox.ts';
import type { OutboxWords } from './use-outbox-words.ts';

interface OutboxCountersProps {
  readonly outbox: Outbox;
  readonly words: OutboxWords;
}

/** The three places where the work can be: here, on its way, there. */
export function OutboxCounters({ outbox, words }: OutboxCountersProps): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  const { store, ambient } = useServices();
  const health = useSyncExternalStore(store.onHealth, store.health);
  const { counts, waiting, photos } = outbox;
  const { confirmedAtMs } = counts;
  const onTheWay = counts.unsent + counts.unsentPhotos;
  const size = format.fileSize(photos.bytes);
  const photoText =
    photos.count > 0 && t`${plural(photos.count, { one: '# photo', other: '# photos' })} (${size})`;
  const parts = [words.kinds(sumKinds(waiting)), photoText].filter(Boolean);
  const confirmed =
    confirmedAtMs === null ? undefined : format.recent(confirmedAtMs, ambient.nowMs());
  const stats: readonly Stat[] = [
    {
      label: t`1. On this laptop`,
      value: format.number(counts.onLaptop),
      tone: health.saving === 'failed' ? 'error' : 'ok',
      note:
        health.saving === 'failed'
          ? t`The last change is not saved yet`
          : t`Saved and flushed to the disk`,
    },
    {
      label: t`2. On the way to the server`,
      value: format.number(onTheWay),
      tone: onTheWay > 0 ? 'warn' : undefined,
      note: parts.length > 0 ? format.list(parts as string[]) : t`Nothing waits`,
    },
    {
      label: t`3. Reached the server`,
      value: format.number(counts.onServer),
      note:
        confirmed === undefined
          ? t`No contact with the server yet`
          : t`Confirmed by the server · last contact ${confirmed}`,
    },
  ];
  return <StatGrid stats={stats} />;
}

function sumKinds(groups: readonly WaitingGroup[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { kinds } of groups) {
    for (const [kind, count] of kinds) sums.set(kind, (sums.get(kind) ?? 0) + count);
  }
  return sums;
}
