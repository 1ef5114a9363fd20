import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useAnswerReader } from '../../services/use-answer-reader.ts';
import { FailureView } from '../../ui/failure-view.tsx';
import { Page } from '../../ui/page.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { ExportView } from './export-view.tsx';

/** Records out of the project, as one package of files. */
export function ExportPage(): JSX.Element {
  const { t } = useLingui();
  const reader = useAnswerReader();
  return (
    <Page
      title={t`Export`}
      note={t`One package with a CSV file for each form, a workbook for spreadsheets, the codebook, and a list of checksums.`}
    >
      {reader.status === 'ready' && <ExportView reader={reader.value} />}
      {reader.status === 'loading' && <Spinner />}
      {reader.status === 'failed' && <FailureView failure={reader.failure} />}
    </Page>
  );
}
