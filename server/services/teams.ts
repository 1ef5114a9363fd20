import type { PersonId } from '#shared/core/ids.ts';
import { readsOthers, spansProject } from '#shared/rules/permissions.ts';
import type { Account } from '../store/account-store.ts';
import { findAccountByPerson, peopleOfTeam, setTeam } from '../store/account-store.ts';
import type { Database, Db } from '../store/database.ts';
import { showAnew } from '../store/entry-store.ts';
import { inTransaction } from '../store/transaction.ts';
import { noteAuditIn } from './audit.ts';

/** The people an account reaches beside itself; undefined where it reaches everybody of its role's reach. */
export async function teamOf(
  db: Db,
  { project, role, team }: Account,
): Promise<readonly PersonId[] | undefined> {
  if (team === null || spansProject(role, team)) return undefined;
  return peopleOfTeam(db, project, team);
}

/** Whether one account reaches another's person: they are in one team, or the first one's role spans the project. */
export function isInReach(
  by: Pick<Account, 'role' | 'team'>,
  other: Pick<Account, 'team'>,
): boolean {
  return spansProject(by.role, by.team) || by.team === other.team;
}

/**
 * Puts a person into a team (null: into none). The work of the teams concerned becomes visible anew: who reads it from now on may be past its
 * positions. Laptops keep what they read before. False where the person has no account.
 */
export async function moveToTeam(
  deps: { readonly db: Database; readonly nowMs: () => number },
  { project }: Pick<Account, 'project'>,
  person: PersonId,
  team: string | null,
): Promise<boolean> {
  return inTransaction(deps.db, async (tx) => {
    if (!(await setTeam(tx, project, person, team))) return false;
    const account = await findAccountByPerson(tx, project, person);
    const spansNow = account !== undefined && readsOthers(account.role) && team === null;
    const readers = team === null ? [person] : await peopleOfTeam(tx, project, team);
    await showAnew(tx, project, spansNow ? undefined : readers);
    const detail = { team: team ?? '' };
    await noteAuditIn(tx, deps, project, { action: 'team-changed', by: null, to: person, detail });
    return true;
  });
}
