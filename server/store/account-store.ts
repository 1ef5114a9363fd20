import { searchKey } from '#shared/core/search-key.ts';
import type { PersonId, ProjectId } from '#shared/core/ids.ts';
import type { Role } from '#shared/records/role.ts';
import type { Db } from './database.ts';

/** Someone who may sign in: a person of a project, in a role. */
export interface Account {
  readonly project: ProjectId;
  readonly projectName: string;
  readonly isSample: boolean;
  readonly account: string;
  readonly person: PersonId;
  readonly role: Role;
  /** Null where they are in none. */
  readonly team: string | null;
}

/** An account to be made. */
export interface NewAccount {
  readonly project: ProjectId;
  readonly account: string;
  readonly name: string;
  readonly person: PersonId;
  readonly role: Role;
  readonly passwordHash: string;
}

/** Adds an account; false where its name or its person has one. */
export async function addAccount(db: Db, account: NewAccount): Promise<boolean> {
  const added = await db
    .insertInto('account')
    .values({
      project: account.project,
      account: account.account,
      name: account.name,
      name_key: searchKey(account.name),
      person: account.person,
      role: account.role,
      password_hash: account.passwordHash,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('account')
    .executeTakeFirst();
  return added !== undefined;
}

/** Whether a project has an account of the secretariat. */
export async function hasAdministrator(db: Db, project: ProjectId): Promise<boolean> {
  const row = await db
    .selectFrom('account')
    .select('account')
    .where('project', '=', project)
    .where('role', '=', 'secretariat')
    .executeTakeFirst();
  return row !== undefined;
}

/** The active account of a name, written on whatever keyboard, with the hash of its password. */
export async function findAccountByName(
  db: Db,
  name: string,
): Promise<{ readonly account: Account; readonly passwordHash: string } | undefined> {
  const row = await accounts(db)
    .select('account.password_hash')
    .where('account.name_key', '=', searchKey(name))
    .executeTakeFirst();
  return row && { account: toAccount(row), passwordHash: row.password_hash };
}

/** The active account of a person. */
export async function findAccountByPerson(
  db: Db,
  project: ProjectId,
  person: PersonId,
): Promise<Account | undefined> {
  const row = await accounts(db)
    .where('account.project', '=', project)
    .where('account.person', '=', person)
    .executeTakeFirst();
  return row && toAccount(row);
}

/** Everyone who has or had an account, by their codes. */
export async function listAccounts(db: Db, project: ProjectId) {
  const rows = await db
    .selectFrom('account')
    .select(['person', 'role', 'team', 'is_active'])
    .where('project', '=', project)
    .orderBy('person')
    .execute();
  return rows.map(({ person, role, team, is_active: isActive }) => ({
    person,
    role,
    team,
    isActive,
  }));
}

/** The people of a team, also those whose accounts have ended: what they wrote stays the team's. */
export async function peopleOfTeam(
  db: Db,
  project: ProjectId,
  team: string,
): Promise<readonly PersonId[]> {
  const rows = await db
    .selectFrom('account')
    .select('person')
    .where('project', '=', project)
    .where('team', '=', team)
    .execute();
  return rows.map(({ person }) => person);
}

/** Puts a person into a team, or into none; false where the person has no account. */
export async function setTeam(
  db: Db,
  project: ProjectId,
  person: PersonId,
  team: string | null,
): Promise<boolean> {
  const row = await db
    .updateTable('account')
    .set({ team })
    .where('project', '=', project)
    .where('person', '=', person)
    .returning('account')
    .executeTakeFirst();
  return row !== undefined;
}

/** Gives an account another password; false where the person has none. */
export async function setPassword(
  db: Db,
  project: ProjectId,
  person: PersonId,
  passwordHash: string,
): Promise<boolean> {
  return changeAccount(db, project, person, { password_hash: passwordHash });
}

/** Ends an account: nobody signs in with it, and nothing more of it is taken. False where there is none. */
export async function endAccount(db: Db, project: ProjectId, person: PersonId): Promise<boolean> {
  return changeAccount(db, project, person, { is_active: false });
}

async function changeAccount(
  db: Db,
  project: ProjectId,
  person: PersonId,
  change: { readonly password_hash: string } | { readonly is_active: boolean },
): Promise<boolean> {
  const row = await db
    .updateTable('account')
    .set(change)
    .where('project', '=', project)
    .where('person', '=', person)
    .returning('account')
    .executeTakeFirst();
  if (row) await endSessions(db, project, row.account);
  return row !== undefined;
}

/** Ends every session of an account. */
export async function endSessions(db: Db, project: ProjectId, account: string): Promise<void> {
  await db
    .deleteFrom('session')
    .where('project', '=', project)
    .where('account', '=', account)
    .execute();
}

/** A session to be kept; of its token only the hash. */
export interface NewSession {
  readonly account: Account;
  readonly tokenHash: string;
  readonly startedAt: Date;
  /** Null where no password or code began it. */
  readonly signedInAt: Date | null;
  readonly expiresAt: Date;
}

/** Keeps a session. */
export async function addSession(db: Db, session: NewSession): Promise<void> {
  await db
    .insertInto('session')
    .values({
      project: session.account.project,
      token_hash: session.tokenHash,
      account: session.account.account,
      created_at: session.startedAt,
      signed_in_at: session.signedInAt,
      expires_at: session.expiresAt,
    })
    .execute();
}

/** A session as its holder acts by it. */
export type HeldSession = Pick<NewSession, 'account' | 'signedInAt'>;

/** A session of an active account that has not ended at `now`. */
export async function findSession(
  db: Db,
  project: ProjectId,
  tokenHash: string,
  now: Date,
): Promise<HeldSession | undefined> {
  const row = await accounts(db)
    .innerJoin('session', (join) =>
      join
        .onRef('session.project', '=', 'account.project')
        .onRef('session.account', '=', 'account.account'),
    )
    .select('session.signed_in_at')
    .where('session.project', '=', project)
    .where('session.token_hash', '=', tokenHash)
    .where('session.expires_at', '>', now)
    .executeTakeFirst();
  return row && { account: toAccount(row), signedInAt: row.signed_in_at };
}

/** Ends a session. */
export async function removeSession(db: Db, project: ProjectId, tokenHash: string): Promise<void> {
  await db
    .deleteFrom('session')
    .where('project', '=', project)
    .where('token_hash', '=', tokenHash)
    .execute();
}

/** Forgets a project's sessions that ended before `now`. */
export async function removeEndedSessions(db: Db, project: ProjectId, now: Date): Promise<void> {
  await db
    .deleteFrom('session')
    .where('project', '=', project)
    .where('expires_at', '<=', now)
    .execute();
}

function accounts(db: Db) {
  return db
    .selectFrom('account')
    .innerJoin('project', 'project.project', 'account.project')
    .select([
      'account.project',
      'account.account',
      'account.person',
      'account.role',
      'account.team',
      'project.name as project_name',
      'project.is_sample',
    ])
    .where('account.is_active', '=', true);
}

interface AccountRow {
  readonly project: ProjectId;
  readonly account: string;
  readonly person: PersonId;
  readonly role: Role;
  readonly team: string | null;
  readonly project_name: string;
  readonly is_sample: boolean;
}

function toAccount(row: AccountRow): Account {
  return {
    project: row.project,
    projectName: row.project_name,
    isSample: row.is_sample,
    account: row.account,
    person: row.person,
    role: row.role,
    team: row.team,
  };
}
