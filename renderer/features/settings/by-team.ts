import type { Language } from '#shared/core/language.ts';
import type { TeamOverview } from '#shared/sync/team-api.ts';
import { compareNames } from '../../i18n/collation.ts';

type Person = TeamOverview['people'][number];

interface TeamGroup {
  /** Null for those in none. */
  readonly team: string | null;
  readonly members: readonly Person[];
}

/** People by their teams, in the order a language has for the names; last those who are in none. */
export function byTeam(people: readonly Person[], language: Language): readonly TeamGroup[] {
  const named = new Set(people.flatMap(({ team }) => team ?? []));
  const teams = [...named].toSorted(compareNames(language));
  return [...teams, null].flatMap((team) => {
    const members = people.filter((one) => (one.team ?? null) === team);
    return members.length === 0 ? [] : [{ team, members }];
  });
}
