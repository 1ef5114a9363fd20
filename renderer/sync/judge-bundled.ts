import type { DeviceKey } from '#shared/core/device-key.ts';
import type { PersonId } from '#shared/core/ids.ts';
import type { Writer } from '#shared/rules/check-write.ts';
import { checkWrite } from '#shared/rules/check-write.ts';
import { spansProject } from '#shared/rules/permissions.ts';
import type { TeamKeys } from '#shared/sync/team-api.ts';
import type { EntryJudge } from '../db/entry-judge.ts';

/**
 * Judges what a person's laptop brought in a bundle, as the server will, by what is known here: it may know of steps that this laptop has not heard of,
 * so what is refused is kept apart until it has spoken. Of a barred laptop that is everything.
 */
export function judgeBundled(
  team: TeamKeys | undefined,
  person: PersonId,
  device: DeviceKey,
): EntryJudge {
  if (isBarred(team, device)) return () => ({ kind: 'device/revoked', device });
  const writer = findWriter(team, person);
  // A server from before said nothing of roles: it judges alone.
  if (!writer) return () => undefined;
  return (entry, before, findLinked) => checkWrite(writer, entry, before, findLinked);
}

/** Whether a laptop was barred, as far as is known here. */
export function isBarred(team: TeamKeys | undefined, device: DeviceKey): boolean {
  return team?.devices.some((one) => one.device === device && one.isRevoked) === true;
}

function findWriter(team: TeamKeys | undefined, person: PersonId): Writer | undefined {
  const people = team?.people;
  const found = people?.find((one) => one.person === person);
  if (!people || !found) return undefined;
  const { role, team: name } = found;
  if (name === null || spansProject(role, name)) return { person, role };
  const mates = people.filter((one) => one.team === name);
  return { person, role, team: new Set(mates.map((one) => one.person)) };
}
