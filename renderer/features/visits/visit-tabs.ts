import type { SurveyFormId } from '#shared/forms/definitions/catalogue.ts';
import { surveyFormIds } from '#shared/forms/definitions/catalogue.ts';

/** The kinds of records a visit is made of. */
export const partKinds = [
  'price',
  'demand',
  'competitor',
] as const satisfies readonly SurveyFormId[];
export type PartKind = (typeof partKinds)[number];

export function isPartKind(kind: string): kind is PartKind {
  return partKinds.some((each) => each === kind);
}

/** The tab an address asks for: the header where it asks for none. */
export function tabOf(query: string | undefined): SurveyFormId {
  return surveyFormIds.find((kind) => kind === query) ?? 'visit';
}

/** The address of a visit with one of its tabs. */
export function visitAddress(visit: string, tab: SurveyFormId): string {
  return tab === 'visit' ? `/visits/${visit}?` : `/visits/${visit}?tab=${tab}`;
}
