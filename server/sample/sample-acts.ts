import type { PlainDate } from '#shared/core/plain-date.ts';
import { brandActs, outletActs } from './brands.ts';
import { codeListActs } from './code-lists.ts';
import { referencePriceActs } from './reference-prices.ts';
import { assignmentActs, roundActs } from './rounds.ts';
import type { SampleAct } from './sample-act.ts';
import { teamActs } from './team.ts';

/**
 * The registers of the sample project, each item once and after the items it names: the project's own code lists, a
 * sample team with assignments in a round that is open on `todayOn`, and real prices of past months.
 */
export function sampleActs(todayOn: PlainDate): readonly SampleAct[] {
  return [
    ...codeListActs(),
    ...brandActs(),
    ...outletActs(),
    ...teamActs(),
    ...roundActs(todayOn),
    ...assignmentActs(todayOn),
    ...referencePriceActs(),
  ];
}
