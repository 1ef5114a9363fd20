import { randomUUID } from 'node:crypto';
import type { PersonId, ProjectId } from '#shared/core/ids.ts';
import { searchKey } from '#shared/core/search-key.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { Role } from '#shared/records/role.ts';
import { addAccount } from '../store/account-store.ts';
import type { Db } from '../store/database.ts';
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

/** Makes an account; the error is a sentence for the administrator at the command line. */
export async function createAccount(
  deps: { readonly db: Db; readonly passwords: Passwords },
  request: AccountRequest,
): Promise<Result<null, string>> {
  const { name, password } = request;
  if (searchKey(name) === '' || name.length > 64) return err('the name must have 1 to 64 letters');
  if (password.length < MIN_PASSWORD_LENGTH || password.length > 200) {
    return err(`the password must have ${MIN_PASSWORD_LENGTH} to 200 characters`);
  }
  const { project, person, role } = request;
  const passwordHash = await deps.passwords.hash(password);
  const account = { account: randomUUID(), project, name, person, role, passwordHash };
  return (await addAccount(deps.db, account))
    ? ok(null)
    : err(`the name ${name} or the person ${person} has an account already`);
}
