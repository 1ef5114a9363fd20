import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FailureOf } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import { renewalText } from '#shared/records/renewal.ts';
import type { Renewing } from '#shared/sync/http-api.ts';
import type { Database, Db } from '../store/database.ts';
import { readIssuer } from '../store/issuer-store.ts';
import { noteAudit } from './audit.ts';
import { authorOfDevice } from './devices.ts';
import type { Session } from './sessions.ts';
import { openSession } from './sessions.ts';
import { verifySignature } from './verify-signature.ts';

interface RenewalDeps {
  readonly db: Database;
  readonly nowMs: () => number;
}

const CHALLENGE_MS = 60_000;

/** What a device is to sign. Any process of the server knows it again by its MAC, and for a minute: nothing is kept. */
export async function makeChallenge({ db, nowMs }: RenewalDeps): Promise<string> {
  const said = `${nowMs() + CHALLENGE_MS}.${randomBytes(16).toString('base64url')}`;
  return `${said}.${await macOf(db, said)}`;
}

/**
 * Begins a session of whose device signed the challenge. That it is not known, was revoked, that its person left, and a wrong signature are one
 * failure: who is asked for a password hears nothing else.
 */
export async function renewSession(
  deps: RenewalDeps,
  { project, device, challenge, signature }: Renewing,
): Promise<Result<Session, FailureOf<'account/signed-out'>>> {
  const isOurs = await isChallenge(deps, challenge);
  const isSigned = await verifySignature(
    device,
    renewalText(project, device, challenge),
    signature,
  );
  const author = await authorOfDevice(deps.db, project, device);
  if (!isOurs || !isSigned || !author.ok || author.value.refusal) {
    return err({ kind: 'account/signed-out' });
  }
  const session = await openSession(deps, author.value.account);
  const event = { action: 'session-renewed', by: author.value.account.person, to: device } as const;
  await noteAudit(deps, project, event);
  return ok(session);
}

async function isChallenge({ db, nowMs }: RenewalDeps, challenge: string): Promise<boolean> {
  const [until = '', nonce = '', mac = ''] = challenge.split('.');
  const isOpen = Number(until) > nowMs() && Number(until) <= nowMs() + CHALLENGE_MS;
  const expected = Buffer.from(await macOf(db, `${until}.${nonce}`));
  const given = Buffer.from(mac);
  return isOpen && given.length === expected.length && timingSafeEqual(given, expected);
}

async function macOf(db: Db, said: string): Promise<string> {
  const { keys } = await readIssuer(db);
  return createHmac('sha256', `bazarnegar challenge 1 ${keys.privateKey}`)
    .update(said)
    .digest('base64url');
}
