import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { feedIdSchema } from '#shared/core/ids.ts';
import { signedHeadSchema, signedRootSchema } from '#shared/records/signed-head.ts';
import {
  COVERED_HEADER,
  HEAD_HEADER,
  MAX_BATCH_ENTRIES,
  PAGE_HEADER,
  PROOF_HEADER,
  SEGMENT_NAME_HEADER,
  SEGMENT_TYPE,
  TREE_HEADER,
} from '#shared/sync/http-api.ts';
import { proofQuestionSchema, proofSchema } from '#shared/sync/proof-api.ts';
import { PREVIOUS_PROTOCOL, PROTOCOL_VERSION } from '#shared/sync/protocol-version.ts';
import { accountOf } from '../plugins/authentication.ts';
import { sendFailure } from '../plugins/failure-replies.ts';
import { feedState, pullAsJson, pullAsSegment } from '../services/pull-entries.ts';
import type { PushDeps } from '../services/push-entries.ts';
import { pushEntries } from '../services/push-entries.ts';
import { proveFeeds } from '../services/prove-feeds.ts';
import type { PushClaim } from '../services/push-signed.ts';
import { pushSigned } from '../services/push-signed.ts';
import { readJsonPush, readSegmentPush } from '../services/read-push.ts';

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
    const { body, headers } = request;
    const push = Buffer.isBuffer(body)
      ? await readSegmentPush(headers[SEGMENT_NAME_HEADER], body, headers[COVERED_HEADER])
      : readJsonPush(body);
    if (!push.ok) return sendFailure(reply, push.error);
    const account = accountOf(request);
    const claim = readClaim(headers);
    if (claim === 'none') {
      return sendFailure(reply, { kind: 'device/wrong-signature', feed: push.value.feed });
    }
    const taken = claim
      ? await pushSigned(deps, account, push.value, claim)
      : await pushEntries(deps, account, push.value);
    return taken.ok ? taken.value : sendFailure(reply, taken.error);
  });

  app.get('/sync/pull', async (request, reply) => {
    const query = pullQuerySchema.safeParse(request.query);
    if (!query.success) {
      return sendFailure(reply, { kind: 'server/bad-request', detail: 'not a pull' });
    }
    const { protocol, after, feed, limit } = query.data;
    const account = accountOf(request);
    const from = { after, feed, limit };
    if (protocol === PREVIOUS_PROTOCOL) {
      const json = await pullAsJson(deps, account, from);
      return reply.type('application/json; charset=utf-8').send(json);
    }
    if (protocol !== PROTOCOL_VERSION) {
      return sendFailure(reply, { kind: 'sync/update-needed', protocol: PROTOCOL_VERSION });
    }
    const { page, name, bytes } = await pullAsSegment(deps, account, from);
    return reply
      .type(SEGMENT_TYPE)
      .header(SEGMENT_NAME_HEADER, name)
      .header(PAGE_HEADER, JSON.stringify(page))
      .send(bytes);
  });

  app.get('/sync/feeds/:feed', async (request, reply) => {
    const params = feedParamsSchema.safeParse(request.params);
    if (!params.success) return sendFailure(reply, { kind: 'server/not-found' });
    return feedState(deps, accountOf(request), params.data.feed);
  });

  app.post('/sync/proofs', async (request, reply) => {
    const question = proofQuestionSchema.safeParse(request.body);
    if (!question.success) {
      return sendFailure(reply, { kind: 'server/bad-request', detail: 'not a question' });
    }
    return proveFeeds(deps, accountOf(request), question.data);
  });
}

/** What a push says was signed; undefined where it says nothing, `none` where what it says is not that. */
function readClaim(headers: IncomingHttpHeaders): PushClaim | 'none' | undefined {
  const head = readHeader(headers[HEAD_HEADER], signedHeadSchema);
  const root = readHeader(headers[TREE_HEADER], signedRootSchema);
  const proof = readHeader(headers[PROOF_HEADER], proofSchema);
  if (head === 'none' || root === 'none' || proof === 'none') return 'none';
  return head && { head, root, proof };
}

function readHeader<T>(
  header: string | string[] | undefined,
  schema: z.ZodType<T>,
): T | 'none' | undefined {
  if (header === undefined) return undefined;
  try {
    return schema.safeParse(JSON.parse(String(header))).data ?? 'none';
  } catch {
    return 'none';
  }
}
