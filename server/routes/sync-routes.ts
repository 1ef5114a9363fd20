import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { feedIdSchema } from '#shared/core/ids.ts';
import { MAX_BATCH_ENTRIES, pushRequestSchema } from '#shared/sync/http-api.ts';
import { PROTOCOL_VERSION } from '#shared/sync/protocol-version.ts';
import { accountOf } from '../plugins/authentication.ts';
import { sendFailure } from '../plugins/failure-replies.ts';
import { feedState, pullEntries } from '../services/pull-entries.ts';
import type { PushDeps } from '../services/push-entries.ts';
import { pushEntries } from '../services/push-entries.ts';

const wholeNumber = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

const pullQuerySchema = z.object({
  protocol: wholeNumber,
  after: wholeNumber.default(0),
  feed: feedIdSchema.optional(),
  limit: wholeNumber.pipe(z.int().min(1).max(MAX_BATCH_ENTRIES)).default(MAX_BATCH_ENTRIES),
});
const feedParamsSchema = z.object({ feed: feedIdSchema });

/** Entries in, entries out. */
export function syncRoutes(app: FastifyInstance, deps: PushDeps): void {
  app.post('/sync/push', async (request, reply) => {
    const push = pushRequestSchema.safeParse(request.body);
    if (!push.success) {
      return sendFailure(reply, { kind: 'sync/bad-batch', detail: 'not a push' });
    }
    const taken = await pushEntries(deps, accountOf(request), push.data);
    return taken.ok ? taken.value : sendFailure(reply, taken.error);
  });

  app.get('/sync/pull', async (request, reply) => {
    const query = pullQuerySchema.safeParse(request.query);
    if (!query.success) {
      return sendFailure(reply, { kind: 'server/bad-request', detail: 'not a pull' });
    }
    const { protocol, after, feed, limit } = query.data;
    if (protocol !== PROTOCOL_VERSION) {
      return sendFailure(reply, { kind: 'sync/update-needed', protocol: PROTOCOL_VERSION });
    }
    const page = await pullEntries(deps, accountOf(request), { after, feed, limit });
    return reply.type('application/json; charset=utf-8').send(page);
  });

  app.get('/sync/feeds/:feed', async (request, reply) => {
    const params = feedParamsSchema.safeParse(request.params);
    if (!params.success) return sendFailure(reply, { kind: 'server/not-found' });
    return feedState(deps, accountOf(request), params.data.feed);
  });
}
