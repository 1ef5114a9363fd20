import type { FailureOf } from '#shared/core/failure.ts';
import type { Database } from '../store/database.ts';
import type { Tries } from '../store/try-store.ts';
import { countTry, readTries } from '../store/try-store.ts';

/** What tries are counted with. */
export interface TryDeps {
  readonly db: Database;
  readonly nowMs: () => number;
}

type TooMany = FailureOf<'account/too-many-tries'>;

const MINUTE_MS = 60_000;

/** Sign-ins from one address, right or wrong: a team that arrives together behind one address passes. */
const perAddress = { max: 60, windowMs: 5 * MINUTE_MS } as const;
/** Wrong passwords for one name: below OWASP ASVS's hundred an hour (6.3.1). */
const wrongPerName = { max: 10, windowMs: 10 * MINUTE_MS } as const;

/** Counts a sign-in from an address; the failure where there were too many. */
export async function countSignIn(deps: TryDeps, address: string): Promise<TooMany | undefined> {
  const tries = await count(deps, `address ${address}`, perAddress.windowMs);
  return tries.count > perAddress.max ? tooMany(deps, tries) : undefined;
}

/** The failure where a name has had too many wrong passwords; undefined where it may be tried. */
export async function checkName(deps: TryDeps, name: string): Promise<TooMany | undefined> {
  const key = `wrong ${name}`;
  const tries = await readTries(deps.db, { key, now: new Date(deps.nowMs()) });
  return tries && tries.count >= wrongPerName.max ? tooMany(deps, tries) : undefined;
}

/** Counts a wrong password for a name. */
export async function countWrongPassword(deps: TryDeps, name: string): Promise<void> {
  await count(deps, `wrong ${name}`, wrongPerName.windowMs);
}

/**
 * True for the first who answers a challenge, in whichever process, also after a start anew. It is remembered for a minute past its end, so that the
 * clocks of two processes may differ by that much.
 */
export async function takeChallenge(
  { db, nowMs }: TryDeps,
  nonce: string,
  untilMs: number,
): Promise<boolean> {
  const key = `challenge ${nonce}`;
  const endsAt = new Date(untilMs + MINUTE_MS);
  const { count: answers } = await countTry(db, { key, now: new Date(nowMs()), endsAt });
  return answers === 1;
}

async function count({ db, nowMs }: TryDeps, key: string, windowMs: number): Promise<Tries> {
  const now = nowMs();
  return countTry(db, { key, now: new Date(now), endsAt: new Date(now + windowMs) });
}

function tooMany({ nowMs }: TryDeps, { endsAt }: Tries): TooMany {
  const leftMs = Math.max(0, endsAt.getTime() - nowMs());
  return { kind: 'account/too-many-tries', retryAfterSeconds: Math.ceil(leftMs / 1000) };
}
