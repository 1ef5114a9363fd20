import { Plural, useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { surveyFormIds } from '#shared/forms/definitions/catalogue.ts';
import { formTitle } from '#shared/forms/form-labels.ts';
import { useLive } from '../../db/use-live.ts';
import type { AnswerReader } from '../../forms/answer-text.ts';
import { useServices } from '../../services/use-services.ts';
import { FailureView } from '../../ui/failure-view.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { StatGrid } from '../../ui/stat-grid.tsx';
import type { ExportWish } from './select-records.ts';
import { countOf, selectRecords } from './select-records.ts';

interface ExportPreviewProps {
  readonly wish: ExportWish;
  readonly reader: AnswerReader;
}

/** How much would be exported now, and what would be left out by its state of review. */
export function ExportPreview({ wish, reader }: ExportPreviewProps): JSX.Element {
  const { t } = useLingui();
  const { store } = useServices();
  const live = useLive(() => selectRecords(store.records, wish), [store, wish], {
    between: 'answer-before',
  });
  if (live.status === 'loading') return <Spinner />;
  if (live.status === 'failed') return <FailureView failure={live.failure} />;
  const { ids, otherReviews } = live.value;
  const { format, language } = reader;
  return (
    <>
      <StatGrid
        stats={surveyFormIds.map((form) => ({
          label: formTitle(form)[language],
          value: format.number(ids[form].length),
        }))}
      />
      {countOf(live.value) === 0 && (
        <Notice tone="warn" title={t`There is nothing to export`}>
          {t`No record passes the filters in the states of review you chose.`}
        </Notice>
      )}
      {otherReviews > 0 && (
        <p>
          <Plural
            value={otherReviews}
            one="# more record passes the filters and is in another state of review: it is left out."
            other="# more records pass the filters and are in another state of review: they are left out."
          />
        </p>
      )}
    </>
  );
}
