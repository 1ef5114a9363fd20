import type { FastifyInstance, FastifyServerOptions } from 'fastify';

/**
 * The server's log: JSON lines on standard error. It holds no personal data: of a request the route's pattern, not
 * its address, and of an error what went wrong, not the values it went wrong with.
 */
export function logOptions(level: string): Exclude<FastifyServerOptions['logger'], undefined> {
  if (level === 'silent') return false;
  return {
    level,
    base: null,
    stream: process.stderr,
    serializers: { err: describeError },
  };
}

/** Logs each request when it has been answered. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    );
  });
}

function describeError(error: Error & { readonly code?: string }) {
  return {
    type: error.name,
    message: error.message,
    stack: error.stack ?? '',
    ...(error.code === undefined ? {} : { code: error.code }),
  };
}
