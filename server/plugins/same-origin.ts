import { isIP } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { failureError } from './failure-replies.ts';

const readingMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses requests that a foreign page made a browser send. The host must be an address, localhost or one of
 * `publicHosts`, so that no name of another's (DNS rebinding) reaches us; a request that changes something and names
 * an origin must name our own. Beside SameSite cookies, not instead of them.
 */
export function requireSameOrigin(app: FastifyInstance, publicHosts: readonly string[]): void {
  app.addHook('onRequest', async (request) => {
    const host = hostName(request.host);
    if (host === undefined || !isOurs(host, publicHosts)) {
      throw failureError({ kind: 'server/bad-request', detail: 'unknown host name' });
    }
    if (!readingMethods.has(request.method) && isForeign(request)) {
      throw failureError({ kind: 'account/not-allowed' });
    }
  });
}

function isOurs(name: string, publicHosts: readonly string[]): boolean {
  const bare = name.replace(/^\[(.*)\]$/, '$1');
  return isIP(bare) !== 0 || name === 'localhost' || publicHosts.includes(name);
}

function isForeign(request: FastifyRequest): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers;
  // Programs send neither; every browser of today sends one of them with a request that changes something.
  if (origin === undefined) return site !== undefined && site !== 'same-origin' && site !== 'none';
  return URL.parse(origin)?.host !== request.host.toLowerCase();
}

function hostName(host: string): string | undefined {
  return URL.parse(`http://${host}`)?.hostname;
}
