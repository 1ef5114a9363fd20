import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { pagePolicy } from '#shared/desktop/page-policy.ts';

/** Headers of every answer. The page's policy allows its own files only: no inline script or style, no other origin. */
export async function setSecurityHeaders(app: FastifyInstance, isHttps: boolean): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: false,
    strictTransportSecurity: isHttps ? { maxAge: 365 * 24 * 60 * 60 } : false,
    referrerPolicy: { policy: 'no-referrer' },
  });
  app.addHook('onRequest', async (_request, reply) => {
    void reply.header('content-security-policy', pagePolicy('browser'));
  });
  app.addHook('onSend', async (_request, reply) => {
    // What the routes answer is for one person and one moment; the page's own files say otherwise for themselves.
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
  });
}
