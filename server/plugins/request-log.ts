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

// SQLSTATE 22 and 23 (bad data, broken rules) and errors of parsers quote what they could not take.
const quoting = /^2[23]/;

function describeError(error: Error & { readonly code?: string }) {
  const isQuoting = error instanceof SyntaxError || quoting.test(error.code ?? '');
  const message = isQuoting ? error.message.replaceAll(/["'«].*["'»]/gs, '…') : error.message;
  return {
    type: error.name,
    message,
    // Without its first lines: they repeat the message.
    stack: error.stack?.slice(error.stack.indexOf('\n    at ')) ?? '',
    ...(error.code === undefined ? {} : { code: error.code }),
  };
}
