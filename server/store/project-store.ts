import type { ProjectId } from '#shared/core/ids.ts';
import type { Db } from './database.ts';

/** A project. */
export interface Project {
  readonly project: ProjectId;
  readonly name: string;
  readonly isSample: boolean;
}

/** The identity of this database's history: another one after it was restored from a back-up. */
export async function readEpoch(db: Db): Promise<string> {
  const row = await db.selectFrom('epoch').select('id').executeTakeFirstOrThrow();
  return row.id;
}

/** All projects, by code. */
export async function listProjects(db: Db): Promise<readonly Project[]> {
  const rows = await db
    .selectFrom('project')
    .select(['project', 'name', 'is_sample'])
    .orderBy('project')
    .execute();
  return rows.map((row) => ({ project: row.project, name: row.name, isSample: row.is_sample }));
}

/** Adds a project; false where there is one of that code. */
export async function addProject(db: Db, project: Project): Promise<boolean> {
  const added = await db
    .insertInto('project')
    .values({ project: project.project, name: project.name, is_sample: project.isSample })
    .onConflict((conflict) => conflict.doNothing())
    .returning('project')
    .executeTakeFirst();
  return added !== undefined;
}

/** The age recipients that open the vaults of a project's laptops beside their people. */
export async function readRecoveryKeys(db: Db, project: ProjectId): Promise<readonly string[]> {
  const { recovery_keys: keys } = await db
    .selectFrom('project')
    .select('recovery_keys')
    .where('project', '=', project)
    .executeTakeFirstOrThrow();
  return JSON.parse(keys) as readonly string[];
}

/** Gives a project other ones. */
export async function setRecoveryKeys(
  db: Db,
  project: ProjectId,
  keys: readonly string[],
): Promise<void> {
  const changed = { recovery_keys: JSON.stringify(keys) };
  await db.updateTable('project').set(changed).where('project', '=', project).execute();
}
