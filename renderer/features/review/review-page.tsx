import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useAnswerReader } from '../../services/use-answer-reader.ts';
import { useServices } from '../../services/use-services.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import { Page } from '../../ui/page.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { ReviewView } from './review-view.tsx';
import { useSubmitted } from './use-review-queue.ts';

/** Records that wait for a supervisor, one after the other. */
export function ReviewPage(): JSX.Element {
  const { t } = useLingui();
  const { identity } = useServices();
  const reader = useAnswerReader();
  const submitted = useSubmitted();
  const title = t`Review queue`;
  if (identity.role === 'surveyor') {
    return (
      <Page title={title}>
        <EmptyState icon="review" title={t`Records are reviewed by the supervisor`}>
          {t`What is returned to you stands on your page “Today”.`}
        </EmptyState>
      </Page>
    );
  }
  if (reader.status === 'ready' && submitted.status === 'ready') {
    return <ReviewView reader={reader.value} loaded={submitted.value} title={title} />;
  }
  const failed = [reader, submitted].find((live) => live.status === 'failed');
  return (
    <Page title={title}>
      {failed?.status === 'failed' ? <FailureView failure={failed.failure} /> : <Spinner />}
    </Page>
  );
}
