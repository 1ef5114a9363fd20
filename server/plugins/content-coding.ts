import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream';
import { promisify } from 'node:util';
import { createGzip, gunzip, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isTooDeep } from '#shared/core/json.ts';
import { SEGMENT_TYPE } from '#shared/sync/http-api.ts';
import { failureError } from './failure-replies.ts';

const unzip = promisify(gunzip);
const zip = promisify(gzip);

const WORTH_BYTES = 1024;
const compressible = /^(?:application\/(?:json|javascript|manifest\+json|wasm)|text\/|image\/svg)/;

/**
 * Reads JSON bodies, plain or gzip, lets segments through as they are, and sends texts as gzip to whoever takes it.
 * `maxBytes` holds before and after decompression; what is nested too deeply is refused.
 */
export function codeContent(app: FastifyInstance, maxBytes: number): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer', bodyLimit: maxBytes },
    async (request: FastifyRequest, body: Buffer) => parseBody(request, body, maxBytes),
  );
  app.addContentTypeParser<Buffer>(
    SEGMENT_TYPE,
    { parseAs: 'buffer', bodyLimit: maxBytes },
    async (_request: FastifyRequest, body: Buffer) => body,
  );
  app.addHook('onSend', async (request, reply, payload) => zipPayload(request, reply, payload));
}

async function parseBody(
  request: FastifyRequest,
  body: Buffer,
  maxBytes: number,
): Promise<unknown> {
  const plain = await plainBody(request.headers['content-encoding'], body, maxBytes);
  const text = plain.toString('utf8');
  if (isTooDeep(text)) {
    throw failureError({ kind: 'server/bad-request', detail: 'nested too deeply' });
  }
  try {
    return JSON.parse(text);
  } catch {
    throw failureError({ kind: 'server/bad-request', detail: 'not JSON' });
  }
}

async function plainBody(
  encoding: string | undefined,
  body: Buffer,
  maxBytes: number,
): Promise<Buffer> {
  if (encoding === undefined || encoding === 'identity') return body;
  if (encoding !== 'gzip') {
    throw failureError({ kind: 'server/bad-request', detail: 'unknown content-encoding' });
  }
  try {
    return await unzip(body, { maxOutputLength: maxBytes });
  } catch (error) {
    const isLarge =
      error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw failureError(
      isLarge ? { kind: 'server/too-large' } : { kind: 'server/bad-request', detail: 'not gzip' },
    );
  }
}

async function zipPayload(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  const type = String(reply.getHeader('content-type') ?? '');
  if (!compressible.test(type) || reply.hasHeader('content-encoding')) return payload;
  void reply.header('vary', 'accept-encoding');
  const accepts = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  if (!accepts || request.method === 'HEAD' || reply.statusCode === 206) return payload;
  const zipped = await zipIfWorth(payload);
  if (zipped === undefined) return payload;
  void reply.header('content-encoding', 'gzip').removeHeader('content-length');
  return zipped;
}

async function zipIfWorth(payload: unknown): Promise<Buffer | Readable | undefined> {
  if (typeof payload === 'string' || Buffer.isBuffer(payload)) {
    return payload.length < WORTH_BYTES ? undefined : zip(payload);
  }
  if (!(payload instanceof Readable)) return undefined;
  const out = new PassThrough();
  pipeline(payload, createGzip(), out, () => undefined);
  return out;
}
