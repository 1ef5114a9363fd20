import { useMemo } from 'react';
import { ratioToMedian } from '#shared/forms/checks/price-checks.ts';
import { quotationTerms } from '#shared/forms/calculations/price-terms.ts';
import type { RecordView } from '#shared/records/record.ts';
import type { Live } from '../../db/use-live.ts';
import { useLive } from '../../db/use-live.ts';
import type { AnswerReader } from '../../forms/answer-text.ts';
import { listToReview } from '../../services/to-review.ts';
import { useServices } from '../../services/use-services.ts';
import type { QueueItem } from './queue-item.ts';
import { queueItem, rankQueue } from './queue-item.ts';
import type { ReviewReferences } from './review-references.ts';
import { createReviewReferences } from './review-references.ts';

export interface ReviewQueue {
  readonly items: readonly QueueItem[];
  readonly references: ReviewReferences;
}

interface Loaded {
  readonly submitted: readonly RecordView[];
  readonly visits: readonly RecordView[];
  readonly prices: readonly RecordView[];
}

// What new prices are compared with: some rounds of a team; more would not move a median and takes time to read.
const MOST_PRICES = 5000;

/** Records of the survey that wait for review. */
export function useSubmitted(): Live<Loaded> {
  const { store, identity } = useServices();
  return useLive(async () => {
    const [submitted, visits, prices] = await Promise.all([
      listToReview(store.records, identity),
      store.records.list('visit'),
      store.records.list('price', MOST_PRICES),
    ]);
    return { submitted, visits, prices };
  }, [store, identity]);
}

/** The queue in its order, with what its records are compared with. */
export function useReviewQueue(loaded: Loaded, reader: AnswerReader): ReviewQueue {
  const { registers } = reader;
  return useMemo(() => {
    const visits = new Map<string, RecordView>(loaded.visits.map((visit) => [visit.id, visit]));
    const references = createReviewReferences({ visits, prices: loaded.prices }, registers);
    const items = loaded.submitted.map((record) => {
      const visit = record.visit === undefined ? record : visits.get(record.visit);
      const context = record.kind === 'price' ? references.contextOf(record, []) : undefined;
      const ratio = context && ratioToMedian(quotationTerms(context), context);
      return queueItem(record, visit, ratio);
    });
    return { items: rankQueue(items), references };
  }, [loaded, registers]);
}
