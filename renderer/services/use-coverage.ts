import { useMemo } from 'react';
import type { CoverageCell } from '#shared/analysis/coverage.ts';
import { coverageOf } from '#shared/analysis/coverage.ts';
import type { RecordId } from '#shared/core/ids.ts';
import { canonicalJson } from '#shared/core/json.ts';
import type { Answers } from '#shared/forms/answers.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import type { Live } from '../db/use-live.ts';
import { useLive } from '../db/use-live.ts';
import type { Registers } from '../forms/registers.ts';
import { useServices } from './use-services.ts';
import { answersOfDraft } from './visit-parts.ts';

// A round of a team; a median of a market needs no more.
const MOST_PRICES = 5000;

/** The round that is open; the latest begun of several. */
export function openRound(registers: Registers): string | undefined {
  return registers
    .items('round')
    .filter(({ answers }) => answers['state'] === 'open')
    .toSorted((a, b) =>
      (textAnswer(a.answers['starts_on']) ?? '') < (textAnswer(b.answers['starts_on']) ?? '')
        ? 1
        : -1,
    )[0]?.code;
}

/** What a round has and wants, kept up to date while prices are finished; empty where there is no round. */
export function useCoverage(
  registers: Registers,
  round: string | undefined,
): Live<readonly CoverageCell[]> {
  const { store } = useServices();
  const live = useLive(async () => {
    const [visits, prices] = await Promise.all([
      store.records.list('visit'),
      store.records.list('price', MOST_PRICES),
    ]);
    return { visits, prices };
  }, [store]);
  const begun = useBegunVisits();
  return useMemo(() => {
    if (live.status !== 'ready') return live;
    if (begun.status !== 'ready') return begun;
    const { visits, prices } = live.value;
    // Prices are finished before the visit they belong to is.
    const visitOf = new Map<string, Answers>([
      ...visits.map(({ id, answers }) => [id, answers as Answers] as const),
      ...begun.value,
    ]);
    const counted = prices.flatMap((price) => {
      const visit = visitOf.get(price.visit ?? '');
      return visit === undefined || price.visit === undefined
        ? []
        : [
            {
              record: price.id,
              visitRecord: price.visit,
              visit,
              answers: price.answers as Answers,
              isOut: price.review === 'rejected',
            },
          ];
    });
    const assignments = registers.items('assignment').map(({ answers }) => answers);
    const value = round === undefined ? [] : coverageOf(round, assignments, counted);
    return { status: 'ready', value };
  }, [live, begun, registers, round]);
}

type BegunVisits = readonly (readonly [RecordId, Answers])[];

/**
 * Answers of the visits that are not finished; the same until one of them changes. Drafts are saved at every pause of the
 * fingers: the records must not be read and counted again for each.
 */
function useBegunVisits(): Live<BegunVisits> {
  const { store } = useServices();
  const live = useLive(async () => {
    const drafts = await store.drafts.list();
    const visits = drafts.filter(({ kind }) => kind === 'visit');
    return canonicalJson(
      visits
        .map((draft) => [draft.record, answersOfDraft(draft)])
        .toSorted(([a], [b]) => ((a as RecordId) < (b as RecordId) ? -1 : 1)),
    );
  }, [store]);
  const text = live.status === 'ready' ? live.value : undefined;
  const failure = live.status === 'failed' ? live.failure : undefined;
  return useMemo(() => {
    if (failure !== undefined) return { status: 'failed', failure };
    if (text === undefined) return { status: 'loading' };
    return { status: 'ready', value: JSON.parse(text) as BegunVisits };
  }, [text, failure]);
}
