import type { DeviceKey } from '#shared/core/device-key.ts';
import type { PersonId, ProjectId } from '#shared/core/ids.ts';
import type { Account } from './account-store.ts';
import { findAccountByPerson } from './account-store.ts';
import type { Db } from './database.ts';

/** An enrolment: whose device it vouches for until `endsAt`, and which one it has vouched for. */
export interface Enrolment {
  readonly account: Account;
  readonly endsAt: Date;
  readonly device: DeviceKey | null;
}

/** The enrolment of a key, of an account that has not ended; in whatever project where none is named. */
export async function findEnrolment(
  db: Db,
  enrolment: DeviceKey,
  project?: ProjectId,
): Promise<Enrolment | undefined> {
  const row = await withPerson(db)
    .where('enrolment.enrolment', '=', enrolment)
    .$if(project !== undefined, (query) =>
      query.where('enrolment.project', '=', project as ProjectId),
    )
    .executeTakeFirst();
  const account = row && (await findAccountByPerson(db, row.project, row.person));
  return account && { account, endsAt: row.ends_at, device: row.device };
}

/** The enrolments of a project that have not ended: those that wait for a device, and those that have one. */
export async function listEnrolments(db: Db, project: ProjectId, now: Date) {
  return withPerson(db)
    .where('enrolment.project', '=', project)
    .where('enrolment.ends_at', '>', now)
    .where('account.is_active', '=', true)
    .orderBy('enrolment.ends_at')
    .execute();
}

/** Keeps an enrolment; false where its key was used before. */
export async function addEnrolment(
  db: Db,
  { project, account }: Pick<Account, 'project' | 'account'>,
  enrolment: DeviceKey,
  endsAt: Date,
  madeBy: PersonId | null = null,
): Promise<boolean> {
  const added = await db
    .insertInto('enrolment')
    .values({ project, account, enrolment, ends_at: endsAt, made_by: madeBy })
    .onConflict((conflict) => conflict.doNothing())
    .returning('enrolment')
    .executeTakeFirst();
  return added !== undefined;
}

/** Has an enrolment vouch for a device; false where it vouched for another. */
export async function takeEnrolment(
  db: Db,
  project: ProjectId,
  enrolment: DeviceKey,
  device: DeviceKey,
): Promise<boolean> {
  const taken = await db
    .updateTable('enrolment')
    .set({ device })
    .where('project', '=', project)
    .where('enrolment', '=', enrolment)
    .where(({ or, eb }) => or([eb('device', 'is', null), eb('device', '=', device)]))
    .returning('enrolment')
    .executeTakeFirst();
  return taken !== undefined;
}

/** Takes an enrolment back that no device has used. */
export async function removeEnrolment(
  db: Db,
  project: ProjectId,
  enrolment: DeviceKey,
): Promise<void> {
  await db
    .deleteFrom('enrolment')
    .where('project', '=', project)
    .where('enrolment', '=', enrolment)
    .where('device', 'is', null)
    .execute();
}

function withPerson(db: Db) {
  return db
    .selectFrom('enrolment')
    .innerJoin('account', (join) =>
      join
        .onRef('account.project', '=', 'enrolment.project')
        .onRef('account.account', '=', 'enrolment.account'),
    )
    .select([
      'enrolment.project',
      'enrolment.enrolment',
      'enrolment.ends_at',
      'enrolment.device',
      'account.person',
      'account.role',
    ]);
}
