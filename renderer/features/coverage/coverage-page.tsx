import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import type { AnswerReader } from '../../forms/answer-text.ts';
import { itemName } from '../../forms/registers.ts';
import { useAnswerReader } from '../../services/use-answer-reader.ts';
import { openRound, useCoverage } from '../../services/use-coverage.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import { Page } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { useAddressQuery } from '../../ui/use-address-query.ts';
import { CoverageBoard } from './coverage-board.tsx';

/** What the round has and still needs: items by markets, down to the records. */
export function CoveragePage(): JSX.Element {
  const { t } = useLingui();
  const reader = useAnswerReader();
  if (reader.status === 'failed') return <FailureView failure={reader.failure} />;
  return (
    <Page
      title={t`Coverage of the round`}
      note={t`Quotations by item and market. A market price is shown from three quotations on.`}
    >
      {reader.status === 'loading' ? <Spinner /> : <Content reader={reader.value} />}
    </Page>
  );
}

function Content({ reader }: { readonly reader: AnswerReader }): JSX.Element {
  const { t } = useLingui();
  const query = useAddressQuery();
  const { registers, language } = reader;
  const round = query.get('round') ?? openRound(registers);
  const cells = useCoverage(registers, round);
  if (cells.status === 'failed') return <FailureView failure={cells.failure} />;
  if (cells.status === 'loading') return <Spinner />;
  return (
    <>
      <Select
        label={t`Round`}
        value={round ?? ''}
        options={registers
          .items('round')
          .map((item) => ({ value: item.code, label: itemName(item, language) }))}
        onChange={(event) => query.change({ round: event.currentTarget.value, cell: undefined })}
      />
      {cells.value.length === 0 ? (
        <EmptyState icon="table" title={t`Nothing is assigned or collected in this round yet`} />
      ) : (
        <CoverageBoard cells={cells.value} reader={reader} query={query} />
      )}
    </>
  );
}
