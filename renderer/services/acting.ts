import { useMemo } from 'react';
import { canonicalJson } from '#shared/core/json.ts';
import type { Identity } from '#shared/journal/journal-record.ts';
import type { Writer } from '#shared/rules/check-write.ts';
import { spansProject } from '#shared/rules/permissions.ts';
import type { TeamReach } from '#shared/sync/team-api.ts';
import type { LocalStore } from '../db/stores.ts';
import { useLive } from '../db/use-live.ts';
import { readTeamKeys } from '../sync/team-keys.ts';

/** Who acts on this laptop, and of the team whose people they reach alone its name and people, as the server last said. */
export type Acting = Identity & Pick<Writer, 'team'> & { readonly teamName?: string };

/** The identity with its team, the same object until one of them changes; undefined while it is being read. */
export function useActing(
  { settings }: Pick<LocalStore, 'settings'>,
  identity: Identity,
): Acting | undefined {
  const live = useLive(async () => (await readTeamKeys(settings))?.reach, [settings]);
  // By its text: whom bundles are made for is heard at each sync, and a grid is opened anew for another identity.
  const value = live.status === 'ready' ? live.value : undefined;
  const said = live.status === 'loading' ? undefined : canonicalJson(value ?? null);
  return useMemo(() => {
    if (said === undefined) return undefined;
    return actingOf(identity, (JSON.parse(said) as TeamReach | null) ?? undefined);
  }, [identity, said]);
}

/** An identity with the team it reaches alone; what was said to somebody else on this laptop before counts for nothing. */
export function actingOf(identity: Identity, reach: TeamReach | undefined): Acting {
  const isTheirs = reach?.people.includes(identity.person) === true;
  if (!isTheirs || spansProject(identity.role, reach.team)) return identity;
  return { ...identity, team: new Set(reach.people), teamName: reach.team };
}
