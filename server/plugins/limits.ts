import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Failure } from '#shared/core/failure.ts';
import { failureError } from './failure-replies.ts';

const MINUTE_MS = 60_000;
// An office of thirty laptops behind one address, each sending photos as fast as it can, stays below it.
const REQUESTS_PER_MINUTE = 3000;

/** Sign-ins from one address in five minutes, right or wrong: a team that arrives together behind one address passes. */
export const signInsPerAddress = { max: 60, timeWindow: 5 * MINUTE_MS } as const;
/** Wrong passwords for one name in ten minutes: below OWASP ASVS's hundred an hour (6.3.1). */
const wrongPerName = { max: 10, timeWindow: 10 * MINUTE_MS } as const;

/** Counts wrong passwords by name. */
export interface TryCounter {
  /** The failure where a name has had too many; undefined where it may be tried. */
  check(request: FastifyRequest): Promise<Failure | undefined>;
  countWrong(request: FastifyRequest): Promise<void>;
}

/** Limits how often one address may ask; the counts are this process's own. */
export async function limitRequests(app: FastifyInstance): Promise<void> {
  await app.register(rateLimit, {
    global: true,
    max: REQUESTS_PER_MINUTE,
    timeWindow: MINUTE_MS,
    errorResponseBuilder: (request, { ttl }) =>
      failureError(
        request.routeOptions.url === '/session' ? tooManyTries(ttl) : { kind: 'server/busy' },
      ),
  });
}

/** The counter of wrong passwords; `nameOf` gives the name a request tries, as it is compared. */
export function countWrongPasswords(
  app: FastifyInstance,
  nameOf: (request: FastifyRequest) => string,
): TryCounter {
  const limiter = app.createRateLimit({
    ...wrongPerName,
    keyGenerator: (request) => `wrong ${nameOf(request)}`,
  });
  return {
    check: async (request) => {
      const state = await limiter(request, { increment: false });
      if (state.isAllowed || state.remaining > 0) return undefined;
      return tooManyTries(state.ttl);
    },
    countWrong: async (request) => void (await limiter(request)),
  };
}

function tooManyTries(ttlMs: number): Failure {
  return { kind: 'account/too-many-tries', retryAfterSeconds: Math.ceil(ttlMs / 1000) };
}
