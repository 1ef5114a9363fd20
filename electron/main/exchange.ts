import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Agent } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { HttpRequest, HttpResponse } from '#shared/desktop/contract.ts';
import type { NetworkFailure } from './network-failure.ts';
import { networkFailure } from './network-failure.ts';

/** How long an exchange may stand still, in ms, and how much it may bring, in bytes. */
export interface ExchangeLimits {
  readonly idleMs: number;
  readonly responseBytes: number;
}

/** One answer with what the page must not see: the cookies it sets. */
export interface Exchanged {
  readonly response: HttpResponse;
  readonly setCookies: readonly string[];
}

const PIECE_BYTES = 64 * 1024;
// The connection's own affairs, and the session, which main keeps: the page cannot set these.
const ownHeaders =
  /^(?:host|connection|content-length|transfer-encoding|cookie|origin|referer|upgrade|expect|te|trailer|keep-alive|accept-encoding|proxy-.*|sec-.*)$/;

/** One request to `origin` and its whole answer. Redirects are not followed: our server has none. */
export async function exchange(
  origin: string,
  input: HttpRequest,
  cookie: string | undefined,
  agent: Agent,
  limits: ExchangeLimits,
): Promise<Result<Exchanged, NetworkFailure>> {
  try {
    const message = await send(origin, input, cookie, agent, limits.idleMs);
    const status = message.statusCode ?? 0;
    const isRedirect = status >= 300 && status < 400 && status !== 304;
    if (isRedirect) {
      message.destroy();
      return err({ kind: 'network/not-our-server' });
    }
    const body = await readBody(message, limits.responseBytes);
    if (body === undefined) return err({ kind: 'network/not-our-server' });
    const headers = visibleHeaders(message.headers);
    return ok({
      response: { status, headers, body },
      setCookies: message.headers['set-cookie'] ?? [],
    });
  } catch (error) {
    return err(networkFailure(error));
  }
}

function send(
  origin: string,
  input: HttpRequest,
  cookie: string | undefined,
  agent: Agent,
  idleMs: number,
): Promise<IncomingMessage> {
  const { protocol, hostname, port } = new URL(origin);
  const kept = Object.entries(input.headers).filter(([name]) => !ownHeaders.test(name));
  const request = (protocol === 'https:' ? requestHttps : requestHttp)({
    agent,
    protocol,
    hostname: hostname.replaceAll(/^\[|\]$/g, ''),
    port,
    method: input.method,
    path: input.path,
    timeout: idleMs,
    headers: {
      ...Object.fromEntries(kept),
      'accept-encoding': 'gzip',
      ...(input.body && { 'content-length': input.body.length }),
      ...(cookie !== undefined && { cookie }),
    },
  });
  return new Promise((resolve, reject) => {
    request.on('timeout', () => request.destroy(timedOut()));
    request.on('response', (message) => {
      // An answer that stands still is cut off like a request that does.
      message.setTimeout(idleMs, () => message.destroy(timedOut()));
      resolve(message);
    });
    request.on('error', (error) => {
      // A server that closes an idle connection just then has not begun this request: it is sent again on a new one.
      const isStale = request.reusedSocket && 'code' in error && error.code === 'ECONNRESET';
      if (isStale) resolve(send(origin, input, cookie, agent, idleMs));
      else reject(error);
    });
    // In pieces, so that each one that leaves counts as progress on a slow line.
    pipeline(Readable.from(pieces(input.body ?? new Uint8Array())), request).catch(reject);
  });
}

function* pieces(body: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < body.length; at += PIECE_BYTES) {
    yield body.subarray(at, at + PIECE_BYTES);
  }
}

async function readBody(message: IncomingMessage, limit: number): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of unzipped(message)) {
    size += part.length;
    // Leaving the loop ends the stream and its connection with it.
    if (size > limit) return undefined;
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}

function unzipped(message: IncomingMessage): AsyncIterable<Uint8Array> {
  if (message.headers['content-encoding'] !== 'gzip') return message;
  const gunzip = createGunzip();
  // Its errors reach whoever reads the stream.
  pipeline(message, gunzip).catch(() => undefined);
  return gunzip;
}

function visibleHeaders(headers: IncomingHttpHeaders): Readonly<Record<string, string>> {
  const hidden = new Set(['set-cookie', 'content-encoding', 'content-length', 'transfer-encoding']);
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !hidden.has(name))
      .map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  );
}

function timedOut(): Error {
  return Object.assign(new Error('no byte for too long'), { code: 'ETIMEDOUT' });
}
