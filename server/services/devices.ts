import type { DeviceKey } from '#shared/core/device-key.ts';
import type { Failure } from '#shared/core/failure.ts';
import { sha256Hex } from '#shared/core/hash.ts';
import type { ProjectId } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import { makeAgeKeys } from '#shared/bundle/age.ts';
import { mayEnrol, readsOthers } from '#shared/rules/permissions.ts';
import { registrationText } from '#shared/records/registration.ts';
import type {
  DeviceRegistration,
  RegistrationProof,
  TeamKeys,
  TeamOverview,
} from '#shared/sync/team-api.ts';
import type { Account, HeldSession } from '../store/account-store.ts';
import { endSessions, listAccounts } from '../store/account-store.ts';
import { readAuditAt, readLastAudit } from '../store/audit-store.ts';
import type { BundleKeys } from '../store/bundle-key-store.ts';
import { addBundleKeys, findBundleKeys } from '../store/bundle-key-store.ts';
import type { Database, Db } from '../store/database.ts';
import {
  addDevice,
  countDevices,
  findDevice,
  listDevices,
  revokeDevice,
} from '../store/device-store.ts';
import { listEnrolments } from '../store/enrolment-store.ts';
import { readEpoch, readRecoveryKeys } from '../store/project-store.ts';
import { noteAudit } from './audit.ts';
import { readChallenge } from './challenges.ts';
import { isInReach, teamOf } from './teams.ts';
import { verifySignature } from './verify-signature.ts';

/** What devices are kept with. */
export interface DeviceDeps {
  readonly db: Database;
  readonly nowMs: () => number;
}

// A person has one laptop or two; a stolen session must not fill the table. The accounts of the sample project are for a whole course.
const MAX_DEVICES = 20;
const MAX_SAMPLE_DEVICES = 2000;

// Who has no more than somebody's session must not get a key of their own by it: a key renews sessions for ever.
const FRESH_MS = 15 * 60_000;

/**
 * Registers the key of a device its person is signed in on; the recipient is kept where they may read others' bundles. A key that is not known yet
 * proves itself, soon after its person signed in with a password or a code; one that is known changes nothing and proves nothing.
 */
export async function registerDevice(
  deps: DeviceDeps,
  { account, signedInAt }: HeldSession,
  device: DeviceKey,
  { recipient, proof }: DeviceRegistration,
): Promise<Result<null, Failure>> {
  const { db, nowMs } = deps;
  const known = await findDevice(db, account.project, device);
  if (known?.isRevoked === true) return err({ kind: 'device/revoked', device });
  if (known) {
    return known.account.account === account.account
      ? ok(null)
      : err({ kind: 'account/other-person', person: known.account.person });
  }
  const isFresh = signedInAt !== null && nowMs() - signedInAt.getTime() <= FRESH_MS;
  if (!isFresh) return err({ kind: 'account/sign-in-again' });
  if (!proof || !(await isProven(deps, account, { device, recipient }, proof))) {
    return err({ kind: 'device/unknown', device });
  }
  const most = account.isSample ? MAX_SAMPLE_DEVICES : MAX_DEVICES;
  if ((await countDevices(db, account)) >= most) return err({ kind: 'account/not-allowed' });
  const reads = readsOthers(account.role);
  const added = { device, account, recipient: reads ? recipient : null, enrolledBy: null };
  await addDevice(db, added);
  const event = { action: 'device-registered', by: account.person, to: device } as const;
  await noteAudit({ db, nowMs }, account.project, event);
  return ok(null);
}

async function isProven(
  deps: DeviceDeps,
  account: Account,
  keys: { readonly device: DeviceKey; readonly recipient: string },
  { challenge, signature }: RegistrationProof,
): Promise<boolean> {
  const ours = await readChallenge(deps, challenge);
  const text = registrationText(account, keys, challenge);
  return ours !== undefined && (await verifySignature(keys.device, text, signature)) && ours.take();
}

/**
 * Whom bundles are made for, and for those who read others' bundles whose each device is; `auditNumbers`: the lines of the audit that are
 * asked for.
 */
export async function teamKeys(
  { db, nowMs }: DeviceDeps,
  account: Account,
  auditNumbers: readonly number[] = [],
): Promise<TeamKeys> {
  const { recipient: server } = await bundleKeys(db);
  const all = await listDevices(db, account.project);
  const readers = all.filter((one) => one.isActive && !one.isRevoked && isInReach(one, account));
  const recipients = readers.flatMap(({ person, recipient }) =>
    recipient === null ? [] : [{ person, recipient }],
  );
  const devices = all.map(({ device, person, isActive, isRevoked }) => {
    return { device, person, isRevoked: isRevoked || !isActive };
  });
  const isReader = readsOthers(account.role);
  const epoch = await readEpoch(db);
  const recovery = await readRecoveryKeys(db, account.project);
  const reached = isReader ? await teamOf(db, account) : undefined;
  const { team } = account;
  const reach = reached && team !== null && { reach: { team, people: reached } };
  const known = { epoch, server, recipients, ...reach, ...(recovery.length > 0 && { recovery }) };
  if (!isReader) return { ...known, devices: [] };
  const accounts = await listAccounts(db, account.project);
  const people = accounts.map((one) => ({ person: one.person, role: one.role, team: one.team }));
  const open = await listEnrolments(db, account.project, new Date(nowMs()));
  const enrolments = open.map(({ enrolment, person }) => ({ enrolment, person }));
  const audit = await auditEnd(db, account.project, auditNumbers);
  return { ...known, devices, people, enrolments, ...(audit && { audit }) };
}

/** The hashes are computed from the lines: a column that was left as it was says nothing of a line that was changed. */
async function auditEnd(
  db: Db,
  project: ProjectId,
  numbers: readonly number[],
): Promise<TeamKeys['audit']> {
  const last = await readLastAudit(db, project);
  if (!last) return undefined;
  const lines = await readAuditAt(db, project, numbers);
  const known = lines.map(({ number, body }) => ({ number, hash: sha256Hex(body) }));
  return { ...last, known };
}

/** Whether an account may bring laptops of another's person into the project, and bar them: by role, and within its reach. */
export function mayManage(
  by: Pick<Account, 'role' | 'team'>,
  other: Pick<Account, 'role' | 'team'>,
): boolean {
  return mayEnrol(by.role, other.role) && isInReach(by, other);
}

/** Who has an account, their laptops and the codes that wait for theirs, for those who may enrol them. */
export async function teamOverview(
  { db, nowMs }: DeviceDeps,
  by: Account,
): Promise<Result<TeamOverview, Failure>> {
  const accounts = (await listAccounts(db, by.project)).filter((other) => mayManage(by, other));
  if (accounts.length === 0) return err({ kind: 'account/not-allowed' });
  const persons = new Set(accounts.map(({ person }) => person));
  const devices = await listDevices(db, by.project);
  const open = await listEnrolments(db, by.project, new Date(nowMs()));
  return ok({
    people: accounts.map(({ person, role, isActive, team }) => ({ person, role, isActive, team })),
    devices: devices
      .filter(({ person }) => persons.has(person))
      .map(({ device, person, isRevoked, registeredAt }) => {
        return { device, person, isRevoked, registeredAtMs: registeredAt.getTime() };
      }),
    enrolments: open
      .filter(({ person, device }) => device === null && persons.has(person))
      .map(({ enrolment, person, ends_at: endsAt }) => {
        return { enrolment, person, endsAtMs: endsAt.getTime() };
      }),
  });
}

/** Bars a laptop, and signs its person out everywhere: nobody knows on which laptop a session is. */
export async function barDevice(
  { db, nowMs }: DeviceDeps,
  by: Account,
  device: DeviceKey,
): Promise<Result<null, Failure>> {
  const found = await findDevice(db, by.project, device);
  if (!found) return err({ kind: 'device/unknown', device });
  const { account } = found;
  if (!mayManage(by, account)) return err({ kind: 'account/not-allowed' });
  await revokeDevice(db, by.project, device, new Date(nowMs()));
  await endSessions(db, by.project, account.account);
  const event = { action: 'device-barred', by: by.person, to: device } as const;
  await noteAudit({ db, nowMs }, by.project, event);
  return ok(null);
}

/** The server's age keys, made when they are first asked for. */
export async function bundleKeys(db: Db): Promise<BundleKeys> {
  const known = await findBundleKeys(db);
  if (known) return known;
  await addBundleKeys(db, await makeAgeKeys());
  const made = await findBundleKeys(db);
  if (!made) throw new Error('the server has no bundle keys');
  return made;
}

/** Who wrote what a device signed, and why nothing of it is taken any more where it was revoked. */
export interface SigningAuthor {
  readonly account: Account;
  readonly refusal: Failure | undefined;
}

/** The author behind a device's key; what a revoked device signs is kept aside, entry by entry. */
export async function authorOfDevice(
  db: Db,
  project: ProjectId,
  device: DeviceKey,
): Promise<Result<SigningAuthor, Failure>> {
  const found = await findDevice(db, project, device);
  if (!found) return err({ kind: 'device/unknown', device });
  const { account, isActive, isRevoked } = found;
  if (isRevoked) return ok({ account, refusal: { kind: 'device/revoked', device } });
  const refusal: Failure | undefined = isActive
    ? undefined
    : { kind: 'account/ended', person: account.person };
  return ok({ account, refusal });
}
