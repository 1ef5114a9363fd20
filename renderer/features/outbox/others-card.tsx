import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useState } from 'react';
import { shortKey } from '#shared/core/device-key.ts';
import type { Failure } from '#shared/core/failure.ts';
import { useLive } from '../../db/use-live.ts';
import type { Registers } from '../../forms/registers.ts';
import { nameOfCode } from '../../forms/registers.ts';
import { usePreferences } from '../../i18n/preference-store.ts';
import { useFailureText } from '../../i18n/use-failure-text.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useServices } from '../../services/use-services.ts';
import type { FeedProof } from '../../sync/feed-proofs.ts';
import { acceptDevice, countRanges, failureOfProof, readProofs } from '../../sync/feed-proofs.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import { Figure } from '../../ui/figure.tsx';
import { Row, RowList } from '../../ui/row-list.tsx';
import { newLaptops } from './new-laptops.ts';

/** What others wrote: how much of it is signed by their laptops, which laptops are new, and what does not fit. */
export function OthersCard({ registers }: { readonly registers: Registers }): JSX.Element | null {
  const { t } = useLingui();
  const format = useFormat();
  const { store, ambient } = useServices();
  const { language } = usePreferences();
  const proofs = useLive(() => readProofs(store.settings), [store]);
  if (proofs.status !== 'ready' || proofs.value.length === 0) return null;
  const feeds = proofs.value;
  const [proved, unproved] = [countOf(feeds, 'proved'), countOf(feeds, 'unproved')];
  const provedText = format.number(proved);
  const unprovedText = format.number(unproved);
  return (
    <Card title={t`What others wrote`}>
      <RowList>
        {feeds.map((feed) =>
          feed.problem ? <ProblemRow key={feed.feed} feed={feed} registers={registers} /> : null,
        )}
        {proved > 0 && (
          <Row
            mark={<Badge tone="ok" icon="check">{t`Proved`}</Badge>}
            title={t`Entries with the signature of their author’s laptop: ${provedText}`}
            note={t`Nobody changed them on their way, the server included.`}
          />
        )}
        {unproved > 0 && (
          <Row
            mark={<Badge>{t`Not signed`}</Badge>}
            title={t`Entries that no laptop signed: ${unprovedText}`}
            note={t`They were written before laptops signed, or in a browser that cannot: for them there is the server’s word alone.`}
          />
        )}
        {newLaptops(feeds, ambient.nowMs()).map(({ person, device, sinceMs }) => {
          const name = nameOfCode(registers, 'person', person, language);
          const since = format.dateTime(sinceMs);
          return (
            <Row
              key={device}
              mark={<Badge tone="accent">{t`New laptop`}</Badge>}
              title={t`${name} writes on a laptop that was not seen before`}
              note={
                <>
                  {t`Seen first on ${since}`} · {t`key of the laptop`}{' '}
                  <Figure>{shortKey(device)}</Figure>
                </>
              }
            />
          );
        })}
      </RowList>
    </Card>
  );
}

function countOf(feeds: readonly FeedProof[], which: 'proved' | 'unproved'): number {
  return feeds.reduce((sum, feed) => sum + countRanges(feed[which]), 0);
}

interface ProblemRowProps {
  readonly feed: FeedProof;
  readonly registers: Registers;
}

function ProblemRow({ feed, registers }: ProblemRowProps): JSX.Element | null {
  const { t } = useLingui();
  const { store, sync, ambient } = useServices();
  const { language } = usePreferences();
  const textOf = useFailureText();
  const [failed, setFailed] = useState<Failure>();
  const failure = failureOfProof(feed, nameOfCode(registers, 'person', feed.person, language));
  const device = feed.problem?.device;
  if (!failure) return null;
  const { what, advice } = textOf(failure);

  async function trust(): Promise<void> {
    if (!device) return;
    const accepted = await acceptDevice(store.settings, feed.feed, device, ambient.nowMs());
    setFailed(accepted.ok ? undefined : accepted.error);
    if (accepted.ok) await sync.syncNow();
  }

  return (
    <Row
      mark={<Badge tone="error" icon="warning">{t`Tell the secretariat`}</Badge>}
      title={what}
      note={
        <>
          {advice}
          {device && (
            <>
              {' '}
              {t`key of the laptop`} <Figure>{shortKey(device)}</Figure>
            </>
          )}
        </>
      }
      actions={
        device && (
          <Button size="small" onClick={() => void trust()}>
            {t`The secretariat named this laptop: trust it`}
          </Button>
        )
      }
    >
      {failed && <FailureView failure={failed} />}
    </Row>
  );
}
