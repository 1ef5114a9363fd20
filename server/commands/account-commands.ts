import type { PersonId, ProjectId } from '#shared/core/ids.ts';
import { personIdSchema, projectIdSchema } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { Role } from '#shared/records/role.ts';
import { roles } from '#shared/records/role.ts';
import { teamNameSchema } from '#shared/records/team.ts';
import { noteAudit } from '../services/audit.ts';
import { moveToTeam } from '../services/teams.ts';
import { createAccount } from '../services/create-account.ts';
import { createPasswords, generatePassword } from '../services/passwords.ts';
import { hasAdministrator } from '../store/account-store.ts';
import type { Database } from '../store/database.ts';
import { addProject } from '../store/project-store.ts';
import type { Command, Invocation, Outcome } from './command.ts';
import { withDatabase, withProject } from './command.ts';

const accountOptions = {
  person: { type: 'string' },
  name: { type: 'string' },
  project: { type: 'string' },
  'password-stdin': { type: 'boolean' },
} as const;

/** The first administrator, and with it the project. */
export const createAdmin: Command = {
  usage:
    'create-admin --person CODE [--name NAME] [--project CODE] [--project-name NAME] [--password-stdin]',
  summary: 'make a project and its first administrator (role secretariat)',
  positionals: 0,
  options: { ...accountOptions, 'project-name': { type: 'string' } },
  run: async (invocation) =>
    withDatabase(invocation.config, async (db) => {
      const code = projectIdSchema.safeParse(invocation.option('project') ?? 'main');
      if (!code.success) return err('--project must be letters, digits, _ and -');
      const name = invocation.option('project-name') ?? code.data;
      await addProject(db, { project: code.data, name, isSample: false });
      if (await hasAdministrator(db, code.data)) {
        return err(`the project ${code.data} has an administrator already: use add-account`);
      }
      return makeAccount(invocation, db, code.data, 'secretariat');
    }),
};

/** One more account. */
export const addAccount: Command = {
  usage: 'add-account --person CODE --role ROLE [--name NAME] [--project CODE] [--password-stdin]',
  summary: `make an account; roles: ${roles.join(', ')}`,
  positionals: 0,
  options: { ...accountOptions, role: { type: 'string' } },
  run: async (invocation) =>
    withProject(invocation, async (db, project) => {
      const role = roles.find((known) => known === invocation.option('role'));
      if (role === undefined) return err(`--role must be one of ${roles.join(', ')}`);
      return makeAccount(invocation, db, project, role);
    }),
};

/** Whom a supervisor reaches. */
export const putInTeam: Command = {
  usage: 'set-team --person CODE [--team NAME] [--project CODE]',
  summary:
    'put a person into a team; its supervisors reach it alone. Without --team: into none (a supervisor then reaches everybody)',
  positionals: 0,
  options: { person: { type: 'string' }, team: { type: 'string' }, project: { type: 'string' } },
  run: async (invocation) =>
    withProject(invocation, async (db, project) => {
      const person = parsePerson(invocation.option('person'));
      if (!person.ok) return person;
      const named = teamNameSchema.optional().safeParse(invocation.option('team'));
      if (!named.success) {
        return err('--team must have 1 to 64 letters, digits, spaces, _, . and -');
      }
      const team = named.data;
      const deps = { db, nowMs: invocation.nowMs };
      const move = { person: person.value, team: team ?? null, by: null };
      const isMoved = await moveToTeam(deps, { project }, move);
      if (!isMoved) return err('--person must be the code of a person with an account');
      return ok(
        team === undefined
          ? `${person.value} is in no team.`
          : `${person.value} is in the team ${team}. Laptops keep what they read before.`,
      );
    }),
};

async function makeAccount(
  invocation: Invocation,
  db: Database,
  project: ProjectId,
  role: Role,
): Promise<Outcome> {
  const person = parsePerson(invocation.option('person'));
  if (!person.ok) return person;
  const isTyped = invocation.flag('password-stdin');
  const password = isTyped ? await invocation.readLine() : generatePassword();
  const deps = { db, passwords: createPasswords(), nowMs: invocation.nowMs };
  const name = invocation.option('name') ?? person.value;
  const made = await createAccount(deps, { project, name, person: person.value, role, password });
  if (!made.ok) return made;
  const event = { action: 'account-added', by: null, to: person.value, detail: { role } } as const;
  await noteAudit(deps, project, event);
  const told = isTyped ? '' : `\nPassword (shown once): ${password}`;
  return ok(`Account ${name} (${role}) of project ${project} is made.${told}`);
}

function parsePerson(text: string | undefined): Result<PersonId, string> {
  const person = personIdSchema.safeParse(text);
  return person.success
    ? ok(person.data)
    : err('--person must be the code of a person: letters, digits, _ and -');
}
