import type { Certificate } from '#shared/bundle/manifest.ts';
import type { DeviceKey } from '#shared/core/device-key.ts';
import type { Failure } from '#shared/core/failure.ts';
import type { ProjectId } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import { certificateText } from '#shared/records/signed-head.ts';
import type { Account } from '../store/account-store.ts';
import { addDevice } from '../store/device-store.ts';
import { findEnrolment } from '../store/enrolment-store.ts';
import { authorOfDevice } from './devices.ts';
import type { PushDeps } from './push-entries.ts';
import { verifySignature } from './verify-signature.ts';

type SignerDeps = Pick<PushDeps, 'db' | 'nowMs'>;

/** Whose a device is: by its registration, or by an enrolment that vouches for it and for no other. */
export async function findSigner(
  { db, nowMs }: SignerDeps,
  project: ProjectId,
  device: DeviceKey,
  certificate: Certificate | null,
): Promise<Result<Account, Failure>> {
  const author = await authorOfDevice(db, project, device);
  if (author.ok) return ok(author.value.account);
  const enrolment = certificate && (await findEnrolment(db, project, certificate.enrolment));
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
  const enrolledBy = certificate?.enrolment ?? null;
  const added = { device, account: found.value, recipient: null, enrolledBy };
  return (await addDevice(deps.db, added)) ? found : err({ kind: 'device/unknown', device });
}
