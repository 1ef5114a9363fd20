import { createHash, randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MAX_PHOTO_BYTES } from '#shared/sync/http-api.ts';
import type { TestPerson, TestServer } from '../support/build-test-app.ts';
import { buildTestServer } from '../support/build-test-app.ts';
import { onEachDatabase } from '../support/open-test-database.ts';

const jpegStart = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);

function makePhoto(bytes = 5000): {
  readonly bytes: Buffer;
  readonly url: string;
  readonly sha256: string;
} {
  const photo = Buffer.concat([jpegStart, randomBytes(bytes - jpegStart.length)]);
  const sha256 = createHash('sha256').update(photo).digest('hex');
  return { bytes: photo, url: `/photos/${sha256}`, sha256 };
}

onEachDatabase('a photo', (kind) => {
  let server: TestServer;
  let person: TestPerson;
  let colleague: TestPerson;
  beforeAll(async () => {
    server = await buildTestServer(kind);
    const project = await server.newProject();
    person = await project.addPerson('s1', 'surveyor');
    colleague = await project.addPerson('v1', 'supervisor');
  });
  afterAll(async () => server.close());

  async function put(url: string, payload: Buffer, type = 'image/jpeg') {
    return person.inject({ method: 'PUT', url, payload, headers: { 'content-type': type } });
  }

  test('is missing until it is sent, and then there for everyone of the project', async () => {
    const { bytes, url, sha256 } = makePhoto();
    const before = await person.inject({ method: 'HEAD', url });
    expect(before.statusCode).toBe(404);
    expect((await person.inject({ url })).json()).toEqual({
      failure: { kind: 'photo/missing', sha256 },
    });
    expect((await put(url, bytes)).statusCode).toBe(204);
    const head = await colleague.inject({ method: 'HEAD', url });
    expect([head.statusCode, head.headers['content-length'], head.headers['content-type']]).toEqual(
      [200, '5000', 'image/jpeg'],
    );
    const got = await colleague.inject({ url });
    expect(got.rawPayload.equals(bytes)).toBe(true);
    expect(got.headers['x-content-type-options']).toBe('nosniff');
  });

  test('sent twice is kept once', async () => {
    const { bytes, url } = makePhoto();
    expect((await put(url, bytes)).statusCode).toBe(204);
    expect((await put(url, bytes)).statusCode).toBe(204);
    expect((await person.inject({ url })).rawPayload.equals(bytes)).toBe(true);
  });

  test('whose bytes are not those of its hash is refused and leaves nothing', async () => {
    const { bytes, url } = makePhoto();
    const answer = await put(url, Buffer.concat([bytes, Buffer.from([0])]));
    expect([answer.statusCode, answer.json()]).toMatchObject([
      400,
      { failure: { kind: 'server/bad-request' } },
    ]);
    expect((await person.inject({ method: 'HEAD', url })).statusCode).toBe(404);
    expect(unfinished()).toEqual([]);
  });

  test('that is no image is refused', async () => {
    const bytes = Buffer.from('<script>alert(1)</script>');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const answer = await put(`/photos/${sha256}`, bytes);
    expect([answer.statusCode, answer.json()]).toEqual([
      415,
      { failure: { kind: 'photo/not-an-image', name: sha256 } },
    ]);
  });

  test('over the limit is refused before its bytes are taken', async () => {
    const { url } = makePhoto();
    const answer = await put(url, Buffer.alloc(MAX_PHOTO_BYTES + 1));
    expect([answer.statusCode, answer.json()]).toEqual([
      413,
      { failure: { kind: 'photo/too-large', bytes: MAX_PHOTO_BYTES + 1, limit: MAX_PHOTO_BYTES } },
    ]);
    expect(unfinished()).toEqual([]);
  });

  test('of another project is not there', async () => {
    const { bytes, url } = makePhoto();
    await put(url, bytes);
    const stranger = await (await server.newProject()).addPerson('s1', 'surveyor');
    expect((await stranger.inject({ url })).statusCode).toBe(404);
  });

  test.each(['/photos/x', '/photos/..%2f..%2fetc%2fpasswd', `/photos/${'A'.repeat(64)}`])(
    'at %s is no photo',
    async (url) => {
      expect((await person.inject({ url })).statusCode).toBe(404);
      expect((await put(url, jpegStart)).statusCode).toBe(404);
    },
  );

  test('cut on its way leaves nothing, and is taken when it is sent again', async () => {
    const { bytes, url } = makePhoto(300_000);
    await server.app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = server.app.server.address() as AddressInfo;
    for (const cut of [0, 1, 100_000, bytes.length - 1])
      await sendCut(port, url, bytes.subarray(0, cut), bytes.length);
    await expect.poll(unfinished).toEqual([]);
    expect((await person.inject({ method: 'HEAD', url })).statusCode).toBe(404);
    expect((await put(url, bytes)).statusCode).toBe(204);
  });

  /** Announces a whole photo, sends a part and breaks the connection. */
  async function sendCut(
    port: number,
    url: string,
    part: Buffer,
    announced: number,
  ): Promise<void> {
    const headers = {
      cookie: person.cookie,
      'content-type': 'image/jpeg',
      'content-length': announced,
    };
    await new Promise<void>((resolve) => {
      const sent = request({ host: '127.0.0.1', port, path: url, method: 'PUT', headers });
      sent.once('error', () => {
        resolve();
      });
      sent.once('close', () => {
        resolve();
      });
      sent.write(part, () => {
        setTimeout(() => sent.destroy(), 50);
      });
    });
  }

  function unfinished(): readonly string[] {
    return readdirSync(path.join(server.folder, 'photos', '.incoming'));
  }
});
