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

/** How many records of each kind there are among the parts of a visit. */
export function countParts(
  parts: readonly { readonly kind: string }[],
): Readonly<Record<PartKind, number>> {
  function count(kind: PartKind): number {
    return parts.filter((part) => part.kind === kind).length;
  }
  return { price: count('price'), demand: count('demand'), competitor: count('competitor') };
}

/** The tab an address asks for: the header where it asks for none. */
export function tabOf(query: string | undefined): SurveyFormId {
  return surveyFormIds.find((kind) => kind === query) ?? 'visit';
}

/** The address of a visit with one of its tabs. */
export function visitAddress(visit: string, tab: SurveyFormId): string {
  return tab === 'visit' ? `/visits/${visit}?` : `/visits/${visit}?tab=${tab}`;
}
