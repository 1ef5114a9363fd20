import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Database, Db } from '../store/database.ts';
import { readIssuer } from '../store/issuer-store.ts';
import { takeChallenge } from './sign-in-tries.ts';

interface ChallengeDeps {
  readonly db: Database;
  readonly nowMs: () => number;
}

const CHALLENGE_MS = 60_000;

/** What a device is to sign. Any process of the server knows it again by its MAC, and for a minute: nothing is kept before it is answered. */
export async function makeChallenge({ db, nowMs }: ChallengeDeps): Promise<string> {
  const said = `${nowMs() + CHALLENGE_MS}.${randomBytes(16).toString('base64url')}`;
  return `${said}.${await macOf(db, said)}`;
}

/** A challenge of this server that a device may still answer. */
export interface OpenChallenge {
  /** True for the first who answers it; asked last of all, so that what nobody may answer takes no row. */
  take(): Promise<boolean>;
}

/** What is known of a challenge that was answered; undefined where it is not of this server, or its minute is over. */
export async function readChallenge(
  deps: ChallengeDeps,
  challenge: string,
): Promise<OpenChallenge | undefined> {
  const [until = '', nonce = '', mac = ''] = challenge.split('.');
  const untilMs = Number(until);
  const { db, nowMs } = deps;
  const isOpen = untilMs > nowMs() && untilMs <= nowMs() + CHALLENGE_MS;
  const expected = Buffer.from(await macOf(db, `${until}.${nonce}`));
  const given = Buffer.from(mac);
  const isOurs = given.length === expected.length && timingSafeEqual(given, expected);
  return isOpen && isOurs ? { take: () => takeChallenge(deps, nonce, untilMs) } : undefined;
}

async function macOf(db: Db, said: string): Promise<string> {
  const { keys } = await readIssuer(db);
  return createHmac('sha256', `bazarnegar challenge 1 ${keys.privateKey}`)
    .update(said)
    .digest('base64url');
}
