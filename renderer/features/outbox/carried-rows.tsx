import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useState } from 'react';
import type { Failure } from '#shared/core/failure.ts';
import type { Coverage } from '../../db/stores.ts';
import { useLive } from '../../db/use-live.ts';
import { nameOfCode } from '../../forms/registers.ts';
import { usePreferences } from '../../i18n/preference-store.ts';
import { useFailureText } from '../../i18n/use-failure-text.ts';
import { useRegisters } from '../../services/use-registers.ts';
import { useServices } from '../../services/use-services.ts';
import type { CarriedFeed } from '../../sync/carried-feeds.ts';
import { readCarriedFeeds } from '../../sync/carried-feeds.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import { Row, RowList } from '../../ui/row-list.tsx';
import { saveReceipts } from './save-receipts.ts';

/** The work of others that came here by stick: how far it is on its way, and the receipts that go back to them. */
export function CarriedRows({ coverage }: { readonly coverage: Coverage }): JSX.Element | null {
  const { t } = useLingui();
  const { desktop, store } = useServices();
  const carried = useLive(() => readCarriedFeeds(store.settings), [store]);
  const [failure, setFailure] = useState<Failure>();
  if (carried.status !== 'ready' || carried.value.length === 0) return null;
  const feeds = carried.value;
  const hasReceipts = feeds.some(({ receipt }) => receipt !== null);

  async function save(): Promise<void> {
    const saved = await saveReceipts(desktop, {
      receipts: feeds.flatMap(({ receipt }) => receipt ?? []),
      photos: coverage.photoReceipts,
      refused: feeds.flatMap(({ feed, refused }) => refused.map((one) => ({ feed, ...one }))),
    });
    setFailure(saved.ok ? undefined : saved.error);
  }

  return (
    <>
      {failure && <FailureView failure={failure} />}
      <RowList>
        {feeds.map((feed) => (
          <CarriedRow key={feed.feed} carried={feed} uncoveredPhotos={coverage.uncoveredPhotos} />
        ))}
      </RowList>
      {hasReceipts && (
        <div>
          <Button icon="download" onClick={() => void save()}>
            {t`Put their receipts on a stick`}
          </Button>
        </div>
      )}
    </>
  );
}

interface CarriedRowProps {
  readonly carried: CarriedFeed;
  /** Photos of this laptop without a receipt: some may have come with it. */
  readonly uncoveredPhotos: number;
}

function CarriedRow({ carried, uncoveredPhotos }: CarriedRowProps): JSX.Element {
  const { t } = useLingui();
  const textOf = useFailureText();
  const registers = useRegisters();
  const { language } = usePreferences();
  const { person, stretches, confirmed, failure, refused } = carried;
  const name =
    registers.status === 'ready' ? nameOfCode(registers.value, 'person', person, language) : person;
  const last = stretches.at(-1)?.last ?? 0;
  const waiting = Math.max(0, last - confirmed);
  const waitingText = t`${plural(waiting, { one: '# entry waits for the next sync', other: '# entries wait for the next sync' })}`;
  const refusedText = t`${plural(refused.length, { one: 'The server keeps # entry in quarantine: its author hears why.', other: 'The server keeps # entries in quarantine: their author hears why.' })}`;
  const photoText = t`${plural(uncoveredPhotos, { one: '# photo', other: '# photos' })} without a receipt`;
  const signedText = refused.length > 0 ? refusedText : t`The server has signed for all of it.`;
  const title = t`By stick from ${name}`;
  if (failure) {
    const { what, advice } = textOf(failure);
    return (
      <Row
        mark={<Badge tone="error" icon="warning">{t`Needs you`}</Badge>}
        title={title}
        note={`${what} ${advice}`}
      />
    );
  }
  return waiting > 0 ? (
    <Row
      mark={<Badge tone="warn" icon="outbox">{t`Waits`}</Badge>}
      title={title}
      note={waitingText}
    />
  ) : (
    <Row
      mark={<Badge tone="ok" icon="check">{t`With the server`}</Badge>}
      title={title}
      note={uncoveredPhotos > 0 ? photoText : signedText}
    />
  );
}
