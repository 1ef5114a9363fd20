import type { PersonId, ProjectId } from '#shared/core/ids.ts';
import type { Role } from '#shared/records/role.ts';
import type { Database } from '../store/database.ts';
import { addProject, listProjects } from '../store/project-store.ts';
import { inTransaction } from '../store/transaction.ts';
import type { ServerAct } from './append-acts.ts';
import { appendActs } from './append-acts.ts';
import { addAccountTo } from './create-account.ts';
import type { Passwords } from './passwords.ts';

/** An account of the sample project; its password is told to everyone by `GET /health`. */
export interface SampleAccount {
  readonly name: string;
  readonly password: string;
  readonly person: PersonId;
  readonly role: Role;
}

/** A whole sample project. */
export interface SampleProject {
  readonly project: ProjectId;
  readonly name: string;
  readonly accounts: readonly SampleAccount[];
  readonly acts: readonly ServerAct[];
}

/** Who wrote the sample's registers. */
const author = 'sample' as PersonId;

/** Makes the sample project in a server that has no project yet, whole or not at all; answers whether it did. */
export async function seedSample(
  deps: { readonly db: Database; readonly passwords: Passwords; readonly nowMs: () => number },
  sample: SampleProject,
): Promise<boolean> {
  const { project, name, accounts, acts } = sample;
  return inTransaction(deps.db, async (tx) => {
    if ((await listProjects(tx)).length > 0) return false;
    if (!(await addProject(tx, { project, name, isSample: true }))) return false;
    await appendActs(tx, project, author, acts, deps.nowMs());
    for (const account of accounts) {
      const made = await addAccountTo(tx, deps.passwords, { project, ...account });
      if (!made.ok) throw new Error(`sample account: ${made.error}`);
    }
    return true;
  });
}
