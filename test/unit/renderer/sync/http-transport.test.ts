import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { sha256Hex, utf8 } from '#shared/core/hash.ts';
import { ok } from '#shared/core/result.ts';
import type { HttpRequest } from '#shared/desktop/contract.ts';
import { createHttpTransport } from '../../../../renderer/sync/http-transport.ts';
import { withRemotePhotos } from '../../../../renderer/sync/remote-photos.ts';
import { createDevice, testFeed } from '../../../support/device.ts';
import { createFakeServer } from '../../../support/fake-server.ts';
import { createMemoryDesktop } from '../../../support/memory-desktop.ts';
import { createMemoryDisk } from '../../../support/memory-journal-file.ts';
import { startSignedIn } from '../../../support/sync-device.ts';

describe('a batch', () => {
  test('travels as gzip where that is worth it, and plain where it is small', async () => {
    const heard: HttpRequest[] = [];
    const desktop = createMemoryDesktop(createMemoryDisk(), {
      link: async (request) => {
        heard.push(request);
        return ok({ status: 200, headers: {}, body: utf8('{}') });
      },
    });
    const transport = createHttpTransport(desktop);
    const large = utf8(`{"text":"${'قیمت '.repeat(400)}"}`);
    await transport.push({ body: large, count: 1 });
    await transport.push({ body: utf8('{}'), count: 1 });
    const [zipped, plain] = heard;
    expect(zipped?.headers['content-encoding']).toBe('gzip');
    expect(new Uint8Array(gunzipSync(zipped?.body ?? new Uint8Array()))).toEqual(large);
    expect(plain?.headers['content-encoding']).toBeUndefined();
  });

  test('answered with what is no answer to it is not believed', async () => {
    const desktop = createMemoryDesktop(createMemoryDisk(), {
      link: async () => ok({ status: 200, headers: {}, body: utf8('{"confirmed":"many"}') }),
    });
    const transport = createHttpTransport(desktop);
    expect(await transport.push({ body: utf8('{}'), count: 1 })).toEqual({
      ok: false,
      error: { kind: 'network/not-our-server' },
    });
    expect(await transport.pull({ after: 0, feed: testFeed(1), limit: 500 })).toMatchObject({
      ok: false,
    });
  });
});

describe('a photo', () => {
  test('of another laptop is fetched when someone looks, and kept from then on', async () => {
    const server = createFakeServer();
    const bytes = new Uint8Array([0xff, 0xd8, 0xff, 1]);
    const sha256 = sha256Hex(bytes);
    server.photos.set(sha256, bytes);
    const { device, store } = await startSignedIn(server, 'supervisor1');
    const photos = withRemotePhotos(store.photos, device.desktop());
    expect(await photos.get(sha256)).toEqual({ ok: true, value: bytes });
    server.heard.length = 0;
    expect(await photos.get(sha256)).toEqual({ ok: true, value: bytes });
    expect(server.heard).toEqual([]);
  });

  test('that a hotspot’s page pretends to be is not shown', async () => {
    const server = createFakeServer();
    const { device, store } = await startSignedIn(server, 'supervisor1');
    server.faults.push('captive-portal');
    const sha256 = sha256Hex('something else');
    expect(await withRemotePhotos(store.photos, device.desktop()).get(sha256)).toEqual({
      ok: false,
      error: { kind: 'network/not-our-server' },
    });
    expect(device.photos.size).toBe(0);
  });

  test('is not called sent because a hotspot answers', async () => {
    const desktop = createDevice({
      link: async () =>
        ok({ status: 200, headers: { 'content-type': 'text/html' }, body: utf8('') }),
    }).desktop();
    const transport = createHttpTransport(desktop);
    const sha256 = sha256Hex('x');
    expect(await transport.hasPhoto(sha256)).toEqual({ ok: true, value: false });
    expect((await transport.putPhoto(sha256, utf8('x'))).ok).toBe(false);
  });
});
