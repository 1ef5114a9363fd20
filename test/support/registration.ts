import type { PersonId, ProjectId } from '#shared/core/ids.ts';
import { registrationText } from '#shared/records/registration.ts';
import type { DeviceRegistration } from '#shared/sync/team-api.ts';
import type { AppDeps } from '../../server/app.ts';
import { makeChallenge } from '../../server/services/challenges.ts';
import type { Signer } from './make-bundle.ts';

/** What a laptop sends to be registered as a person's: its recipient, and a proof over a fresh challenge that it has its key. */
export async function registrationOf(
  deps: AppDeps,
  person: { readonly project: ProjectId; readonly person: PersonId },
  { device, sign }: Signer,
  recipient: string,
): Promise<DeviceRegistration> {
  const challenge = await makeChallenge(deps);
  const signature = sign(registrationText(person, { device, recipient }, challenge));
  return { recipient, proof: { challenge, signature } };
}
