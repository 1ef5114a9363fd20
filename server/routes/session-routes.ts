import type { FastifyInstance, FastifyReply } from 'fastify';
import { searchKey } from '#shared/core/search-key.ts';
import { signInSchema } from '#shared/sync/http-api.ts';
import {
  accountOf,
  cookieOptions,
  requireSession,
  sessionCookie,
} from '../plugins/authentication.ts';
import { sendFailure } from '../plugins/failure-replies.ts';
import { countWrongPasswords, signInsPerAddress } from '../plugins/limits.ts';
import type { SessionDeps } from '../services/sessions.ts';
import { describeAccount, signIn, signOut } from '../services/sessions.ts';

/** What the session routes work with. */
export type SessionRouteDeps = SessionDeps & { readonly isHttps: boolean };

/** Signing in, asking who one is, signing out. */
export function sessionRoutes(app: FastifyInstance, deps: SessionRouteDeps): void {
  const tries = countWrongPasswords(app, ({ body }) => {
    const typed = signInSchema.safeParse(body);
    return typed.success ? searchKey(typed.data.name) : '';
  });

  app.post('/session', { config: { rateLimit: signInsPerAddress } }, async (request, reply) => {
    const typed = signInSchema.safeParse(request.body);
    if (!typed.success) {
      return sendFailure(reply, { kind: 'server/bad-request', detail: 'name and password' });
    }
    const barred = await tries.check(request);
    if (barred) return sendFailure(reply, barred);
    const session = await signIn(deps, typed.data);
    if (!session.ok) {
      if (session.error.kind === 'account/wrong-credentials') await tries.countWrong(request);
      return sendFailure(reply, session.error);
    }
    // Asked again: guesses made side by side all passed the first time.
    const barredMeanwhile = await tries.check(request);
    if (barredMeanwhile) {
      await signOut(deps, session.value.secret);
      return sendFailure(reply, barredMeanwhile);
    }
    void reply.setCookie(sessionCookie, session.value.secret, cookieOptions(deps.isHttps));
    return describeAccount(deps, session.value.account);
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
