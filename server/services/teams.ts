import type { Failure } from '#shared/core/failure.ts';
import type { PersonId } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import { searchKey } from '#shared/core/search-key.ts';
import { mayPutInTeam, readsOthers, spansProject } from '#shared/rules/permissions.ts';
import type { Account } from '../store/account-store.ts';
import { listAccounts, peopleOfTeam, setTeam } from '../store/account-store.ts';
import type { Database, Db } from '../store/database.ts';
import { showAnew } from '../store/entry-store.ts';
import { inTransaction } from '../store/transaction.ts';
import { noteAuditIn } from './audit.ts';

/** What people are moved with. */
export interface TeamDeps {
  readonly db: Database;
  readonly nowMs: () => number;
}

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

/** Who is put where, and by whom: null for the command line. */
export interface Move {
  readonly person: PersonId;
  readonly team: string | null;
  readonly by: PersonId | null;
}

/**
 * Puts a person into a team (null: into none). The work of the teams concerned becomes visible anew: who reads it from now on may be past its
 * positions. Laptops keep what they read before. False where the person has no account.
 */
export async function moveToTeam(
  deps: TeamDeps,
  { project }: Pick<Account, 'project'>,
  { person, team, by }: Move,
): Promise<boolean> {
  return inTransaction(deps.db, async (tx) => {
    const accounts = await listAccounts(tx, project);
    const before = accounts.find((one) => one.person === person);
    if (!before) return false;
    const to = asKnown(accounts, team);
    // Where they are already nothing becomes visible, and there is nothing to tell.
    if (before.team === to) return true;
    await setTeam(tx, project, person, to);
    const spansNow = before.isActive && readsOthers(before.role) && to === null;
    const readers = to === null ? [person] : await peopleOfTeam(tx, project, to);
    await showAnew(tx, project, spansNow ? undefined : readers);
    const detail = { team: to ?? '' };
    await noteAuditIn(tx, deps, project, { action: 'team-changed', by, to: person, detail });
    return true;
  });
}

/** A team as it is spelled already, where another keyboard or case wrote it: two teams of one name would split its people. */
function asKnown(accounts: readonly Pick<Account, 'team'>[], team: string | null): string | null {
  if (team === null) return null;
  const key = searchKey(team);
  const known = accounts.find((one) => one.team !== null && searchKey(one.team) === key);
  return known?.team ?? team;
}

/** The same, for those who may; also people whose account has ended, since what they wrote stays the team's. */
export async function changeTeam(
  deps: TeamDeps,
  by: Account,
  person: PersonId,
  team: string | null,
): Promise<Result<null, Failure>> {
  const other = (await listAccounts(deps.db, by.project)).find((one) => one.person === person);
  if (!other || !mayPutInTeam(by.role, other.role)) return err({ kind: 'account/not-allowed' });
  await moveToTeam(deps, by, { person, team, by: by.person });
  return ok(null);
}
