import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { failureError } from './failure-replies.ts';

const MINUTE_MS = 60_000;
// An office of thirty laptops behind one address, each sending photos as fast as it can, stays below it.
const REQUESTS_PER_MINUTE = 3000;

/**
 * Limits how often one address may ask. It guards this process, so the counts are its own; those that guard passwords
 * are all processes' (`services/sign-in-tries.ts`).
 */
export async function limitRequests(app: FastifyInstance): Promise<void> {
  await app.register(rateLimit, {
    global: true,
    max: REQUESTS_PER_MINUTE,
    timeWindow: MINUTE_MS,
    errorResponseBuilder: () => failureError({ kind: 'server/busy' }),
  });
}
