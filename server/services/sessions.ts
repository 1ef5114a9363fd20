import { createHash, randomBytes } from 'node:crypto';
import type { FailureOf } from '#shared/core/failure.ts';
import { projectIdSchema } from '#shared/core/ids.ts';
import type { ProjectId } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { SignIn, SignedIn } from '#shared/sync/team-api.ts';
import type { Account, HeldSession } from '../store/account-store.ts';
import {
  addSession,
  findAccountByName,
  findSession,
  removeEndedSessions,
  removeSession,
} from '../store/account-store.ts';
import type { Database } from '../store/database.ts';
import { readIssuer } from '../store/issuer-store.ts';
import { noteAudit, SERVER_AUDIT } from './audit.ts';
import type { Passwords } from './passwords.ts';

export type { Account, HeldSession } from '../store/account-store.ts';

// From its start, whatever it was used for; one that ended begins again by the key of its laptop (`renewals.ts`), also after weeks without a network.
export const SESSION_HOURS = 24;
const HOUR_MS = 60 * 60 * 1000;

/** What sessions are made with. */
export interface SessionDeps {
  readonly db: Database;
  readonly passwords: Passwords;
  readonly nowMs: () => number;
}

/** A session's secret, `project.token`: given to the browser once, kept here only as a hash. */
export interface Session {
  readonly secret: string;
  readonly account: Account;
}

/** Signs a person in. Who exists, and which part was wrong, is not told. */
export async function signIn(
  deps: SessionDeps,
  typed: SignIn,
): Promise<Result<Session, FailureOf<'account/wrong-credentials' | 'server/busy'>>> {
  const found = await findAccountByName(deps.db, typed.name);
  const isRight = await deps.passwords.check(typed.password, found?.passwordHash);
  if (isRight === 'busy') return err({ kind: 'server/busy' });
  if (!isRight || found === undefined) {
    // A name that nobody has is noted as well, without the name: it may be a password typed in the wrong place.
    const event = { action: 'sign-in-refused', by: found?.account.person ?? null } as const;
    await noteAudit(deps, found?.account.project ?? SERVER_AUDIT, event);
    return err({ kind: 'account/wrong-credentials' });
  }
  const session = await openSession(deps, found.account, 'person');
  const { project, person } = found.account;
  await noteAudit(deps, project, { action: 'sign-in', by: person });
  return ok(session);
}

/** Begins a session of an account: by its person's password or code, or by the key of a laptop of theirs. */
export async function openSession(
  deps: Pick<SessionDeps, 'db' | 'nowMs'>,
  account: Account,
  by: 'person' | 'key',
): Promise<Session> {
  const token = randomBytes(32).toString('base64url');
  const now = new Date(deps.nowMs());
  await removeEndedSessions(deps.db, account.project, now);
  await addSession(deps.db, {
    account,
    tokenHash: hashToken(token),
    startedAt: now,
    signedInAt: by === 'person' ? now : null,
    expiresAt: new Date(now.getTime() + SESSION_HOURS * HOUR_MS),
  });
  return { secret: `${account.project}.${token}`, account };
}

/** The session of a secret; undefined where it is none, has ended or was signed out. */
export async function resumeSession(
  deps: SessionDeps,
  secret: string,
): Promise<HeldSession | undefined> {
  const parts = splitSecret(secret);
  if (parts === undefined) return undefined;
  return findSession(deps.db, parts.project, hashToken(parts.token), new Date(deps.nowMs()));
}

/** Ends a session. */
export async function signOut(deps: SessionDeps, secret: string): Promise<void> {
  const parts = splitSecret(secret);
  if (parts === undefined) return;
  const tokenHash = hashToken(parts.token);
  const session = await findSession(deps.db, parts.project, tokenHash, new Date(deps.nowMs()));
  await removeSession(deps.db, parts.project, tokenHash);
  if (!session) return;
  await noteAudit(deps, parts.project, { action: 'sign-out', by: session.account.person });
}

/** Who is signed in, as the routes answer it. */
export async function describeAccount(deps: SessionDeps, account: Account): Promise<SignedIn> {
  const { project, projectName, person, role, isSample } = account;
  const { epoch, keys } = await readIssuer(deps.db);
  const who = { project, projectName, person, role, isSample };
  return { ...who, epoch, serverKey: keys.publicKey, serverMs: deps.nowMs() };
}

function splitSecret(
  secret: string,
): { readonly project: ProjectId; readonly token: string } | undefined {
  const dot = secret.indexOf('.');
  const project = projectIdSchema.safeParse(secret.slice(0, Math.max(dot, 0)));
  const token = secret.slice(dot + 1);
  return project.success && token.length > 0 ? { project: project.data, token } : undefined;
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
