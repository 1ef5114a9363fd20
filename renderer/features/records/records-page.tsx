import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useAnswerReader } from '../../services/use-answer-reader.ts';
import { FailureView } from '../../ui/failure-view.tsx';
import { Page } from '../../ui/page.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { RecordsView } from './records-view.tsx';
import { useRecordsByForm } from './use-record-rows.ts';

/** Every finished record of this laptop, in a table per form. */
export function RecordsPage(): JSX.Element {
  const { t } = useLingui();
  const reader = useAnswerReader();
  const records = useRecordsByForm();
  return (
    <Page title={t`Records`} layout="fill">
      <Content reader={reader} records={records} />
    </Page>
  );
}

interface ContentProps {
  readonly reader: ReturnType<typeof useAnswerReader>;
  readonly records: ReturnType<typeof useRecordsByForm>;
}

function Content({ reader, records }: ContentProps): JSX.Element {
  for (const live of [reader, records]) {
    if (live.status === 'failed') return <FailureView failure={live.failure} />;
  }
  if (reader.status !== 'ready' || records.status !== 'ready') return <Spinner />;
  return <RecordsView reader={reader.value} records={records.value} />;
}
