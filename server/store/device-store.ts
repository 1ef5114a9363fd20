import type { DeviceKey } from '#shared/core/device-key.ts';
import type { PersonId, ProjectId } from '#shared/core/ids.ts';
import type { Role } from '#shared/records/role.ts';
import type { Account } from './account-store.ts';
import type { Db } from './database.ts';

/** A device: whose it is, and whether what it signs still counts. */
export interface Device {
  readonly device: DeviceKey;
  readonly account: Account;
  readonly isActive: boolean;
  readonly isRevoked: boolean;
}

/** A device as lists tell it. */
export interface ListedDevice {
  readonly device: DeviceKey;
  readonly person: PersonId;
  readonly role: Role;
  readonly team: string | null;
  readonly isActive: boolean;
  readonly isRevoked: boolean;
  readonly recipient: string | null;
  readonly registeredAt: Date;
}

/** A device of a project; undefined for a key that was never registered there. */
export async function findDevice(
  db: Db,
  project: ProjectId,
  device: DeviceKey,
): Promise<Device | undefined> {
  const row = await withAccount(db)
    .where('device.project', '=', project)
    .where('device.device', '=', device)
    .executeTakeFirst();
  if (!row) return undefined;
  const { revoked_at: revokedAt, is_active: isActive } = row;
  const account = {
    project: row.project,
    projectName: row.project_name,
    isSample: row.is_sample,
    account: row.account,
    person: row.person,
    role: row.role,
    team: row.team,
  };
  return { device: row.device, account, isActive, isRevoked: revokedAt !== null };
}

/** All devices of a project, the oldest first. */
export async function listDevices(db: Db, project: ProjectId): Promise<readonly ListedDevice[]> {
  const rows = await withAccount(db)
    .where('device.project', '=', project)
    .orderBy('device.registered_at')
    .execute();
  return rows.map((row) => ({
    device: row.device,
    person: row.person,
    role: row.role,
    team: row.team,
    isActive: row.is_active,
    isRevoked: row.revoked_at !== null,
    recipient: row.recipient,
    registeredAt: row.registered_at,
  }));
}

/** A device to be registered. */
export interface NewDevice {
  readonly device: DeviceKey;
  readonly account: Pick<Account, 'project' | 'account'>;
  readonly recipient: string | null;
  readonly enrolledBy: DeviceKey | null;
}

/** Registers a device; one that is registered stays whose it is. False where its enrolment vouched for another device. */
export async function addDevice(db: Db, added: NewDevice): Promise<boolean> {
  const { device, account, recipient, enrolledBy } = added;
  await db
    .insertInto('device')
    .values({
      project: account.project,
      device,
      account: account.account,
      recipient,
      enrolled_by: enrolledBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await findDevice(db, account.project, device)) !== undefined;
}

/** How many devices an account has that are not revoked. */
export async function countDevices(
  db: Db,
  { project, account }: Pick<Account, 'project' | 'account'>,
): Promise<number> {
  const row = await db
    .selectFrom('device')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('project', '=', project)
    .where('account', '=', account)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Revokes a device from `now` on; false where there is none of that key, or it was revoked before. */
export async function revokeDevice(
  db: Db,
  project: ProjectId,
  device: DeviceKey,
  now: Date,
): Promise<boolean> {
  const row = await db
    .updateTable('device')
    .set({ revoked_at: now })
    .where('project', '=', project)
    .where('device', '=', device)
    .where('revoked_at', 'is', null)
    .returning('device')
    .executeTakeFirst();
  return row !== undefined;
}

function withAccount(db: Db) {
  return db
    .selectFrom('device')
    .innerJoin('account', (join) =>
      join
        .onRef('account.project', '=', 'device.project')
        .onRef('account.account', '=', 'device.account'),
    )
    .innerJoin('project', 'project.project', 'device.project')
    .select([
      'device.device',
      'device.project',
      'device.account',
      'device.recipient',
      'device.registered_at',
      'device.revoked_at',
      'account.person',
      'account.role',
      'account.team',
      'account.is_active',
      'project.name as project_name',
      'project.is_sample',
    ]);
}
