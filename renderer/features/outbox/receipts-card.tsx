import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useState } from 'react';
import type { Failure } from '#shared/core/failure.ts';
import { keyFingerprint } from '#shared/records/receipt.ts';
import type { Coverage } from '../../db/stores.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useServices } from '../../services/use-services.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import { Figure } from '../../ui/figure.tsx';
import { Row, RowList } from '../../ui/row-list.tsx';
import { saveReceipts } from './save-receipts.ts';
import { useUncovered } from './use-uncovered.ts';

/** What the server has signed for, and whether that is everything: then nothing is lost with this laptop. */
export function ReceiptsCard({ coverage }: { readonly coverage: Coverage }): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  const { desktop } = useServices();
  const [failure, setFailure] = useState<Failure>();
  const uncovered = useUncovered(coverage);
  const { isWhole, feeds, photoReceipts, forgotAtMs } = coverage;
  const receipts = feeds.flatMap(({ receipt }) => receipt ?? []);
  const newest = receipts.toSorted((a, b) => b.atMs - a.atMs)[0];
  const signed = receipts.reduce((sum, { seq }) => sum + seq, 0);
  const signedPhotos = photoReceipts.length;
  const forgotAt = forgotAtMs === null ? '' : format.dateTime(forgotAtMs);
  const signedAt = newest === undefined ? '' : format.dateTime(newest.atMs);

  async function save(): Promise<void> {
    const saved = await saveReceipts(desktop, { receipts, photos: photoReceipts, refused: [] });
    setFailure(saved.ok ? undefined : saved.error);
  }

  return (
    <Card
      title={t`Receipts of the server`}
      actions={
        newest && (
          <Button size="small" kind="quiet" icon="download" onClick={() => void save()}>
            {t`Save the receipts`}
          </Button>
        )
      }
    >
      {failure && <FailureView failure={failure} />}
      <RowList>
        {isWhole ? (
          <Row
            mark={<Badge tone="ok" icon="check">{t`Safe to wipe`}</Badge>}
            title={t`The server has signed for everything on this laptop`}
            note={t`If this laptop were lost or wiped now, no record and no photo would be lost with it.`}
          />
        ) : (
          <Row
            mark={<Badge tone="warn" icon="disk">{t`Not safe to wipe`}</Badge>}
            title={t`Some of your work is on this laptop only, or the server has not signed for it`}
            note={format.list(uncovered)}
          />
        )}
        {newest && (
          <Row
            mark={<Badge icon="check">{t`Signed`}</Badge>}
            title={t`${plural(signed, { one: '# entry', other: '# entries' })}, ${plural(signedPhotos, { one: '# photo', other: '# photos' })}`}
            note={
              <>
                {t`Last receipt: ${signedAt}`} · {t`key of the server`}{' '}
                <Figure>{keyFingerprint(newest.key)}</Figure>
              </>
            }
          />
        )}
        {forgotAtMs !== null && (
          <Row
            mark={<Badge tone="error" icon="warning">{t`Tell the secretariat`}</Badge>}
            title={t`The server had lost work that it had signed for`}
            note={t`Found on ${forgotAt}. Everything was sent again from this laptop, and nothing is lost.`}
          />
        )}
      </RowList>
    </Card>
  );
}
