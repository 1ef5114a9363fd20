import type { FailureOf } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import { renewalText } from '#shared/records/renewal.ts';
import type { Renewing } from '#shared/sync/team-api.ts';
import type { Database } from '../store/database.ts';
import { noteAudit } from './audit.ts';
import { readChallenge } from './challenges.ts';
import { authorOfDevice } from './devices.ts';
import type { Session } from './sessions.ts';
import { openSession } from './sessions.ts';
import { verifySignature } from './verify-signature.ts';

interface RenewalDeps {
  readonly db: Database;
  readonly nowMs: () => number;
}

/**
 * Begins a session of whose device signed the challenge, once for each challenge. That it is not known, was revoked, that its person left, a wrong
 * signature and a challenge that was answered before are one failure: who is asked for a password hears nothing else.
 */
export async function renewSession(
  deps: RenewalDeps,
  { project, device, challenge, signature }: Renewing,
): Promise<Result<Session, FailureOf<'account/signed-out'>>> {
  const ours = await readChallenge(deps, challenge);
  const isSigned = await verifySignature(
    device,
    renewalText(project, device, challenge),
    signature,
  );
  const author = await authorOfDevice(deps.db, project, device);
  if (!ours || !isSigned || !author.ok || author.value.refusal) {
    return err({ kind: 'account/signed-out' });
  }
  if (!(await ours.take())) return err({ kind: 'account/signed-out' });
  const session = await openSession(deps, author.value.account, 'key');
  const event = { action: 'session-renewed', by: author.value.account.person, to: device } as const;
  await noteAudit(deps, project, event);
  return ok(session);
}
