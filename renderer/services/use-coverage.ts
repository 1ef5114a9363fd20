import { useMemo } from 'react';
import type { CoverageCell } from '#shared/analysis/coverage.ts';
import { coverageOf } from '#shared/analysis/coverage.ts';
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
    const [visits, prices, drafts] = await Promise.all([
      store.records.list('visit'),
      store.records.list('price', MOST_PRICES),
      store.drafts.list(),
    ]);
    return { visits, prices, begun: drafts.filter(({ kind }) => kind === 'visit') };
  }, [store]);
  return useMemo(() => {
    if (live.status !== 'ready') return live;
    const { visits, prices, begun } = live.value;
    // Prices are finished before the visit they belong to is.
    const visitOf = new Map<string, Answers>([
      ...visits.map(({ id, answers }) => [id, answers as Answers] as const),
      ...begun.map((draft) => [draft.record, answersOfDraft(draft)] as const),
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
  }, [live, registers, round]);
}
