import type { FastifyInstance, FastifyReply } from 'fastify';
import { searchKey } from '#shared/core/search-key.ts';
import { renewingSchema, signInSchema } from '#shared/sync/team-api.ts';
import {
  accountOf,
  cookieOptions,
  requireSession,
  sessionCookie,
} from '../plugins/authentication.ts';
import { sendFailure } from '../plugins/failure-replies.ts';
import { makeChallenge } from '../services/challenges.ts';
import { renewSession } from '../services/renewals.ts';
import type { SessionDeps } from '../services/sessions.ts';
import { describeAccount, signIn, signOut } from '../services/sessions.ts';
import { checkName, countSignIn, countWrongPassword } from '../services/sign-in-tries.ts';

/** What the session routes work with. */
export type SessionRouteDeps = SessionDeps & { readonly isHttps: boolean };

/** Signing in, asking who one is, signing out. */
export function sessionRoutes(app: FastifyInstance, deps: SessionRouteDeps): void {
  app.post('/session', async (request, reply) => {
    const tooMany = await countSignIn(deps, request.ip);
    if (tooMany) return sendFailure(reply, tooMany);
    const typed = signInSchema.safeParse(request.body);
    if (!typed.success) {
      return sendFailure(reply, { kind: 'server/bad-request', detail: 'name and password' });
    }
    const name = searchKey(typed.data.name);
    const barred = await checkName(deps, name);
    if (barred) return sendFailure(reply, barred);
    const session = await signIn(deps, typed.data);
    if (!session.ok) {
      if (session.error.kind === 'account/wrong-credentials') await countWrongPassword(deps, name);
      return sendFailure(reply, session.error);
    }
    // Asked again: guesses made side by side all passed the first time.
    const barredMeanwhile = await checkName(deps, name);
    if (barredMeanwhile) {
      await signOut(deps, session.value.secret);
      return sendFailure(reply, barredMeanwhile);
    }
    void reply.setCookie(sessionCookie, session.value.secret, cookieOptions(deps.isHttps));
    return describeAccount(deps, session.value.account);
  });

  app.post('/session/challenge', async () => ({ challenge: await makeChallenge(deps) }));

  app.post('/session/renewed', async (request, reply) => {
    const tooMany = await countSignIn(deps, request.ip);
    if (tooMany) return sendFailure(reply, tooMany);
    const asked = renewingSchema.safeParse(request.body);
    if (!asked.success) {
      return sendFailure(reply, { kind: 'server/bad-request', detail: 'not a renewal' });
    }
    const renewed = await renewSession(deps, asked.data);
    if (!renewed.ok) return sendFailure(reply, renewed.error);
    const { secret, account } = renewed.value;
    void reply.setCookie(sessionCookie, secret, cookieOptions(deps.isHttps));
    return describeAccount(deps, account);
  });

  app.route({
    method: 'GET',
    url: '/session',
    onRequest: requireSession(deps),
    handler: async (request) => describeAccount(deps, accountOf(request)),
  });

  app.delete('/session', async (request, reply): Promise<FastifyReply> => {
    const secret = request.cookies[sessionCookie];
    if (secret !== undefined) await signOut(deps, secret);
    return reply.clearCookie(sessionCookie, { path: '/' }).code(204).send();
  });
}
