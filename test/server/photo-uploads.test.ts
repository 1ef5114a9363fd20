import { createHash, randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Failure } from '#shared/core/failure.ts';
import type { Sha256 } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { HttpRequest, HttpResponse } from '#shared/desktop/contract.ts';
import { MAX_PHOTO_BYTES, PHOTO_PIECE_BYTES } from '#shared/sync/http-api.ts';
import { uploadPhoto } from '../../renderer/sync/upload-photo.ts';
import type { TestPerson, TestServer } from '../support/build-test-app.ts';
import { buildTestServer } from '../support/build-test-app.ts';
import { memoryDatabase } from '../support/open-test-database.ts';

let server: TestServer;
let person: TestPerson;
let port: number;
beforeAll(async () => {
  server = await buildTestServer(memoryDatabase);
  person = await (await server.newProject()).addPerson('s1', 'surveyor');
  await server.app.listen({ host: '127.0.0.1', port: 0 });
  ({ port } = server.app.server.address() as AddressInfo);
});
afterAll(async () => server.close());

const jpegStart = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);

function makePhoto(bytes: number): { readonly bytes: Buffer; readonly sha256: Sha256 } {
  const photo = Buffer.concat([jpegStart, randomBytes(bytes - jpegStart.length)]);
  return { bytes: photo, sha256: hash(photo) };
}

function hash(bytes: Buffer): Sha256 {
  return createHash('sha256').update(bytes).digest('hex') as Sha256;
}

/** A line to the server that counts the bytes of bodies, and breaks once after `cutAfter` of them. */
function makeLine(cutAfter = Number.POSITIVE_INFINITY) {
  const line = { sent: 0, isCut: false, requests: 0 };
  async function exchange(input: HttpRequest): Promise<Result<HttpResponse, Failure>> {
    line.requests += 1;
    const body = input.body ?? new Uint8Array();
    const rest = cutAfter - line.sent;
    const isCut = !line.isCut && body.length > rest;
    const part = isCut ? body.subarray(0, rest) : body;
    line.sent += part.length;
    line.isCut ||= isCut;
    return new Promise((resolve) => {
      const headers = { ...input.headers, cookie: person.cookie, 'content-length': body.length };
      const { method, path: url } = input;
      const sent = request({ host: '127.0.0.1', port, path: url, method, headers }, (message) => {
        const chunks: Buffer[] = [];
        message.on('data', (chunk: Buffer) => chunks.push(chunk));
        message.on('end', () => {
          const known = Object.entries(message.headers).filter(
            (header): header is [string, string] => typeof header[1] === 'string',
          );
          resolve(
            ok({
              status: message.statusCode ?? 0,
              headers: Object.fromEntries(known),
              body: Buffer.concat(chunks),
            }),
          );
        });
      });
      sent.once('error', () => resolve(err({ kind: 'network/unreachable' })));
      if (!isCut) return void sent.end(part);
      sent.write(part, () => setTimeout(() => sent.destroy(new Error('cut')), 100));
    });
  }
  return { line, exchange };
}

async function arrived(sha256: Sha256): Promise<Buffer> {
  return (await person.inject({ url: `/photos/${sha256}` })).rawPayload;
}

function unfinished(): readonly string[] {
  return readdirSync(path.join(server.folder, 'photos', '.uploads'));
}

test.each([100, PHOTO_PIECE_BYTES, PHOTO_PIECE_BYTES + 1, 700_000])(
  'a photo of %i bytes arrives under its hash and leaves nothing else',
  async (size) => {
    const { bytes, sha256 } = makePhoto(size);
    const { exchange, line } = makeLine();
    expect(await uploadPhoto(exchange, sha256, bytes)).toEqual(ok(null));
    expect((await arrived(sha256)).equals(bytes)).toBe(true);
    expect(line.sent).toBe(size);
    expect(unfinished()).toEqual([]);
  },
);

test.each([1, 100_000, PHOTO_PIECE_BYTES, 600_000, 699_999])(
  'a transfer broken after %i of 700,000 bytes goes on and sends at most one piece again',
  async (cut) => {
    const { bytes, sha256 } = makePhoto(700_000);
    const { exchange, line } = makeLine(cut);
    expect(await uploadPhoto(exchange, sha256, bytes)).toEqual(
      err({ kind: 'network/unreachable' }),
    );
    await expect.poll(async () => uploadPhoto(exchange, sha256, bytes)).toEqual(ok(null));
    expect((await arrived(sha256)).equals(bytes)).toBe(true);
    expect(line.sent).toBeLessThanOrEqual(bytes.length + PHOTO_PIECE_BYTES);
    expect(unfinished()).toEqual([]);
  },
);

test('bytes of another hash are refused whole, and the true ones are taken afterwards', async () => {
  const { bytes, sha256 } = makePhoto(300_000);
  const other = Buffer.from(bytes);
  other[5000] = 255 - (other[5000] ?? 0);
  const { exchange } = makeLine();
  expect(await uploadPhoto(exchange, sha256, other)).toMatchObject(
    err({ kind: 'server/bad-request' }),
  );
  expect((await person.inject({ method: 'HEAD', url: `/photos/${sha256}` })).statusCode).toBe(404);
  expect(unfinished()).toEqual([]);
  expect(await uploadPhoto(exchange, sha256, bytes)).toEqual(ok(null));
});

test('what is no image and what is too large is refused by name', async () => {
  const { exchange, line } = makeLine();
  const script = Buffer.from('<script>alert(1)</script>');
  expect(await uploadPhoto(exchange, hash(script), script)).toEqual(
    err({ kind: 'photo/not-an-image', name: hash(script) }),
  );
  const huge = Buffer.alloc(MAX_PHOTO_BYTES + 1);
  expect(await uploadPhoto(exchange, hash(huge), huge)).toEqual(err({ kind: 'server/too-large' }));
  expect(line.sent).toBeLessThan(PHOTO_PIECE_BYTES * 2);
  expect(unfinished()).toEqual([]);
});

test('without a session nothing is taken', async () => {
  const { bytes, sha256 } = makePhoto(100);
  const metadata = `sha256 ${Buffer.from(sha256).toString('base64')}`;
  const answer = await server.app.inject({
    method: 'POST',
    url: '/photos/uploads',
    payload: bytes,
    headers: {
      'tus-resumable': '1.0.0',
      'upload-length': '100',
      'upload-metadata': metadata,
      'content-type': 'application/offset+octet-stream',
    },
  });
  expect(answer.statusCode).toBe(401);
  expect(unfinished()).toEqual([]);
});

test.each(['x', '../../etc/passwd', 'A'.repeat(64)])('%s names no upload', async (name) => {
  const answer = await person.inject({
    method: 'POST',
    url: '/photos/uploads',
    headers: {
      'tus-resumable': '1.0.0',
      'upload-length': '100',
      'upload-metadata': `sha256 ${Buffer.from(name).toString('base64')}`,
    },
  });
  expect(answer.statusCode).toBe(400);
  expect(unfinished()).toEqual([]);
});
