import type { FastifyInstance } from 'fastify';
import { ok } from '#shared/core/result.ts';
import type { HttpRequest } from '#shared/desktop/contract.ts';
import type { Link } from './memory-desktop.ts';

let laptops = 0;

/** A laptop's way to the real server without a network: its cookie is kept, and it has an address of its own. */
export function injectLink(app: FastifyInstance): Link {
  let cookie = '';
  laptops += 1;
  // Sign-ins from one address are counted.
  const remoteAddress = `10.0.${laptops >> 8}.${laptops % 256}`;
  return async ({ method, path, headers, body }: HttpRequest) => {
    const answer = await app.inject({
      method,
      url: path,
      remoteAddress,
      headers: { host: 'localhost', ...headers, ...(cookie !== '' && { cookie }) },
      ...(body && { payload: Buffer.from(body) }),
    });
    const given = answer.cookies.find(({ name }) => name === 'bazarnegar_session');
    if (given) cookie = `${given.name}=${given.value}`;
    const { statusCode: status, rawPayload } = answer;
    const told = Object.entries(answer.headers).map(([name, value]) => [name, String(value)]);
    return ok({
      status,
      headers: Object.fromEntries(told) as Record<string, string>,
      body: new Uint8Array(rawPayload),
    });
  };
}
