import type { Certificate } from '#shared/records/signed-head.ts';
import type { DeviceKey } from '#shared/core/device-key.ts';
import type { Failure } from '#shared/core/failure.ts';
import type { ProjectId } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import { enrolmentText } from '#shared/records/enrolment.ts';
import { certificateText } from '#shared/records/signed-head.ts';
import { readsOthers } from '#shared/rules/permissions.ts';
import type { Enrolling, NewEnrolment } from '#shared/sync/team-api.ts';
import type { Account } from '../store/account-store.ts';
import { findAccountByPerson } from '../store/account-store.ts';
import { addDevice } from '../store/device-store.ts';
import {
  addEnrolment,
  findEnrolment,
  listEnrolments,
  removeEnrolment,
  takeEnrolment,
} from '../store/enrolment-store.ts';
import { noteAudit } from './audit.ts';
import { authorOfDevice, mayManage } from './devices.ts';
import type { PushDeps } from './push-entries.ts';
import { verifySignature } from './verify-signature.ts';

type SignerDeps = Pick<PushDeps, 'db' | 'nowMs'>;

const DAY_MS = 24 * 60 * 60 * 1000;
// More than a supervisor can hand out in a day to one person means that something is wrong.
const MAX_OPEN = 5;

/** Keeps a code, by its public key, for a person whom the one who made it may enrol. */
export async function openEnrolment(
  { db, nowMs }: SignerDeps,
  by: Account,
  { person, enrolment, days }: NewEnrolment,
): Promise<Result<null, Failure>> {
  const account = await findAccountByPerson(db, by.project, person);
  if (!account || !mayManage(by, account)) return err({ kind: 'account/not-allowed' });
  const open = await listEnrolments(db, by.project, new Date(nowMs()));
  const waiting = open.filter((one) => one.person === person && one.device === null);
  if (waiting.length >= MAX_OPEN) return err({ kind: 'account/not-allowed' });
  const endsAt = new Date(nowMs() + days * DAY_MS);
  // A key that is there already is a request that is said again.
  if (await addEnrolment(db, account, enrolment, endsAt, by.person)) {
    const event = { action: 'code-made', by: by.person, to: person, detail: { days } } as const;
    await noteAudit({ db, nowMs }, by.project, event);
  }
  return ok(null);
}

/** Takes a code back that no laptop has used. */
export async function withdrawEnrolment(
  { db, nowMs }: SignerDeps,
  by: Account,
  enrolment: DeviceKey,
): Promise<Result<null, Failure>> {
  const found = await findEnrolment(db, enrolment, by.project);
  if (!found) return ok(null);
  if (!mayManage(by, found.account)) return err({ kind: 'account/not-allowed' });
  await removeEnrolment(db, by.project, enrolment);
  const event = { action: 'code-withdrawn', by: by.person, to: found.account.person } as const;
  await noteAudit({ db, nowMs }, by.project, event);
  return ok(null);
}

/**
 * A laptop uses a code: its key is the person's from then on. That a code is unknown, ended or used is one failure, and takes
 * the same work. The same laptop may ask again, since the answer may have been lost.
 */
export async function useEnrolment(
  { db, nowMs }: SignerDeps,
  { enrolment, device, recipient, signature }: Enrolling,
): Promise<Result<Account, Failure>> {
  const found = await findEnrolment(db, enrolment);
  const isSigned = await verifySignature(enrolment, enrolmentText(device, recipient), signature);
  const isOpen = found !== undefined && found.endsAt.getTime() > nowMs();
  if (!found || !isOpen || !isSigned) return err({ kind: 'enrolment/wrong-code' });
  const { account } = found;
  const known = await authorOfDevice(db, account.project, device);
  const isOthers = known.ok && known.value.account.account !== account.account;
  if (isOthers || (known.ok && known.value.refusal)) return err({ kind: 'enrolment/wrong-code' });
  const kept = readsOthers(account.role) ? recipient : null;
  const added = { device, account, recipient: kept, enrolledBy: enrolment };
  const isTaken = await takeEnrolment(db, account.project, enrolment, device);
  if (!isTaken || !(await addDevice(db, added))) return err({ kind: 'enrolment/wrong-code' });
  await noteAudit({ db, nowMs }, account.project, {
    action: 'code-used',
    by: account.person,
    to: device,
  });
  return ok(account);
}

/** Whose a device is: by its registration, or by an enrolment that vouches for it and for no other. */
export async function findSigner(
  { db, nowMs }: SignerDeps,
  project: ProjectId,
  device: DeviceKey,
  certificate: Certificate | null,
): Promise<Result<Account, Failure>> {
  const author = await authorOfDevice(db, project, device);
  if (author.ok) return ok(author.value.account);
  const enrolment = certificate && (await findEnrolment(db, certificate.enrolment, project));
  const isVouchedFor =
    enrolment &&
    (enrolment.device ?? device) === device &&
    enrolment.endsAt.getTime() > nowMs() &&
    (await verifySignature(
      certificate.enrolment,
      certificateText(project, device),
      certificate.signature,
    ));
  return isVouchedFor ? ok(enrolment.account) : author;
}

/** The same, and from then on the device is a registered one. */
export async function registerSigner(
  deps: SignerDeps,
  project: ProjectId,
  device: DeviceKey,
  certificate: Certificate | null,
): Promise<Result<Account, Failure>> {
  const found = await findSigner(deps, project, device, certificate);
  if (!found.ok) return found;
  const author = await authorOfDevice(deps.db, project, device);
  if (author.ok) return found;
  const enrolledBy = certificate?.enrolment ?? null;
  const isTaken =
    enrolledBy !== null && (await takeEnrolment(deps.db, project, enrolledBy, device));
  const added = { device, account: found.value, recipient: null, enrolledBy };
  if (!isTaken || !(await addDevice(deps.db, added)))
    return err({ kind: 'device/unknown', device });
  await noteAudit(deps, project, { action: 'code-used', by: found.value.person, to: device });
  return found;
}
