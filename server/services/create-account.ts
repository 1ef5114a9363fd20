import { randomUUID } from 'node:crypto';
import type { PersonId, ProjectId, RecordId } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import { searchKey } from '#shared/core/search-key.ts';
import { registerForms } from '#shared/forms/definitions/catalogue.ts';
import type { Role } from '#shared/records/role.ts';
import { addAccount } from '../store/account-store.ts';
import type { Database, Db } from '../store/database.ts';
import { inTransaction } from '../store/transaction.ts';
import { appendActs } from './append-acts.ts';
import type { Passwords } from './passwords.ts';
import { MIN_PASSWORD_LENGTH } from './passwords.ts';

/** Someone who is to sign in. */
export interface AccountRequest {
  readonly project: ProjectId;
  readonly name: string;
  readonly person: PersonId;
  readonly role: Role;
  readonly password: string;
}

/** Who writes what the command line asks for. */
const author = 'server' as PersonId;

/**
 * Makes an account, and its person's item in the register of the team if there is none. The error is a sentence for
 * the administrator at the command line.
 */
export async function createAccount(
  deps: { readonly db: Database; readonly passwords: Passwords; readonly nowMs: () => number },
  request: AccountRequest,
): Promise<Result<null, string>> {
  return inTransaction(deps.db, async (tx) => {
    const added = await addAccountTo(tx, deps.passwords, request);
    if (!added.ok) return added;
    const { project, name, person, role } = request;
    const item = {
      kind: 'person',
      record: `person/${person}` as RecordId,
      form: registerForms.person.version,
      set: { name_fa: name, name_en: name, role, is_active: 'yes' },
    };
    await appendActs(tx, project, author, [item], deps.nowMs());
    return added;
  });
}

/** Makes an account whose person the register of the team has, or will have. */
export async function addAccountTo(
  db: Db,
  passwords: Passwords,
  request: AccountRequest,
): Promise<Result<null, string>> {
  const { project, name, person, role, password } = request;
  if (searchKey(name) === '' || name.length > 64) return err('the name must have 1 to 64 letters');
  if (password.length < MIN_PASSWORD_LENGTH || password.length > 200) {
    return err(`the password must have ${MIN_PASSWORD_LENGTH} to 200 characters`);
  }
  const passwordHash = await passwords.hash(password);
  const account = { account: randomUUID(), project, name, person, role, passwordHash };
  return (await addAccount(db, account))
    ? ok(null)
    : err(`the name ${name} or the person ${person} has an account already`);
}
