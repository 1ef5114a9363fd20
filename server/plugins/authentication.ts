import type { FastifyRequest } from 'fastify';
import type { CookieSerializeOptions } from '@fastify/cookie';
import type { Account, HeldSession, SessionDeps } from '../services/sessions.ts';
import { SESSION_HOURS, resumeSession } from '../services/sessions.ts';
import { failureError } from './failure-replies.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The session of who is signed in; null on routes that are open to everyone. */
    session: HeldSession | null;
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
    const session = secret === undefined ? undefined : await resumeSession(deps, secret);
    if (session === undefined) throw failureError({ kind: 'account/signed-out' });
    request.session = session;
  };
}

/** The account of a request behind `requireSession`. */
export function accountOf(request: FastifyRequest): Account {
  return sessionOf(request).account;
}

/** The session of a request behind `requireSession`. */
export function sessionOf(request: FastifyRequest): HeldSession {
  if (request.session === null) throw new Error('this route stands outside the session hook');
  return request.session;
}
