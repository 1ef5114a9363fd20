import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FailureOf } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import { renewalText } from '#shared/records/renewal.ts';
import type { Renewing } from '#shared/sync/team-api.ts';
import type { Database, Db } from '../store/database.ts';
import { readIssuer } from '../store/issuer-store.ts';
import { noteAudit } from './audit.ts';
import { authorOfDevice } from './devices.ts';
import type { Session } from './sessions.ts';
import { openSession } from './sessions.ts';
import { takeChallenge } from './sign-in-tries.ts';
import { verifySignature } from './verify-signature.ts';

interface RenewalDeps {
  readonly db: Database;
  readonly nowMs: () => number;
}

const CHALLENGE_MS = 60_000;

/** What a device is to sign. Any process of the server knows it again by its MAC, and for a minute: nothing is kept before it is answered. */
export async function makeChallenge({ db, nowMs }: RenewalDeps): Promise<string> {
  const said = `${nowMs() + CHALLENGE_MS}.${randomBytes(16).toString('base64url')}`;
  return `${said}.${await macOf(db, said)}`;
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
  // Last of all: what nobody registered has signed takes no row.
  if (!(await takeChallenge(deps, ours.nonce, ours.untilMs))) {
    return err({ kind: 'account/signed-out' });
  }
  const session = await openSession(deps, author.value.account);
  const event = { action: 'session-renewed', by: author.value.account.person, to: device } as const;
  await noteAudit(deps, project, event);
  return ok(session);
}

async function readChallenge(
  { db, nowMs }: RenewalDeps,
  challenge: string,
): Promise<{ readonly nonce: string; readonly untilMs: number } | undefined> {
  const [until = '', nonce = '', mac = ''] = challenge.split('.');
  const untilMs = Number(until);
  const isOpen = untilMs > nowMs() && untilMs <= nowMs() + CHALLENGE_MS;
  const expected = Buffer.from(await macOf(db, `${until}.${nonce}`));
  const given = Buffer.from(mac);
  const isOurs = given.length === expected.length && timingSafeEqual(given, expected);
  return isOpen && isOurs ? { nonce, untilMs } : undefined;
}

async function macOf(db: Db, said: string): Promise<string> {
  const { keys } = await readIssuer(db);
  return createHmac('sha256', `bazarnegar challenge 1 ${keys.privateKey}`)
    .update(said)
    .digest('base64url');
}
