import type { DeviceKey } from '#shared/core/device-key.ts';
import type { ProjectId } from '#shared/core/ids.ts';
import type { Account } from './account-store.ts';
import { findAccountByPerson } from './account-store.ts';
import type { Db } from './database.ts';

/** An enrolment: whose device it vouches for until `endsAt`, and which one it has vouched for. */
export interface Enrolment {
  readonly account: Account;
  readonly endsAt: Date;
  readonly device: DeviceKey | null;
}

/** The enrolment of a key, of an account that has not ended. */
export async function findEnrolment(
  db: Db,
  project: ProjectId,
  enrolment: DeviceKey,
): Promise<Enrolment | undefined> {
  const row = await db
    .selectFrom('enrolment')
    .innerJoin('account', (join) =>
      join
        .onRef('account.project', '=', 'enrolment.project')
        .onRef('account.account', '=', 'enrolment.account'),
    )
    .leftJoin('device', (join) =>
      join
        .onRef('device.project', '=', 'enrolment.project')
        .onRef('device.enrolled_by', '=', 'enrolment.enrolment'),
    )
    .select(['account.person', 'enrolment.ends_at', 'device.device'])
    .where('enrolment.project', '=', project)
    .where('enrolment.enrolment', '=', enrolment)
    .executeTakeFirst();
  const account = row && (await findAccountByPerson(db, project, row.person));
  return account && { account, endsAt: row.ends_at, device: row.device };
}

/** Keeps an enrolment. */
export async function addEnrolment(
  db: Db,
  { project, account }: Pick<Account, 'project' | 'account'>,
  enrolment: DeviceKey,
  endsAt: Date,
): Promise<void> {
  await db
    .insertInto('enrolment')
    .values({ project, account, enrolment, ends_at: endsAt })
    .execute();
}
