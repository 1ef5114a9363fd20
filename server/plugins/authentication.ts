import type { FastifyRequest } from 'fastify';
import type { CookieSerializeOptions } from '@fastify/cookie';
import type { Account, SessionDeps } from '../services/sessions.ts';
import { SESSION_HOURS, resumeSession } from '../services/sessions.ts';
import { failureError } from './failure-replies.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is signed in; null on routes that are open to everyone. */
    account: Account | null;
  }
}

/** The cookie that carries the session's secret. */
export const sessionCookie = 'bazarnegar_session';

/** How the session's cookie is set: not readable by scripts, not sent from other sites. */
export function cookieOptions(isHttps: boolean): CookieSerializeOptions {
  const maxAge = SESSION_HOURS * 60 * 60;
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: isHttps, maxAge };
}

/** A hook that lets only requests with a session pass. */
export function requireSession(deps: SessionDeps) {
  return async function authenticate(request: FastifyRequest): Promise<void> {
    const secret = request.cookies[sessionCookie];
    const account = secret === undefined ? undefined : await resumeSession(deps, secret);
    if (account === undefined) throw failureError({ kind: 'account/signed-out' });
    request.account = account;
  };
}

/** The account of a request behind `requireSession`. */
export function accountOf(request: FastifyRequest): Account {
  if (request.account === null) throw new Error('this route stands outside the session hook');
  return request.account;
}
