import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { sha256Hex, utf8 } from '#shared/core/hash.ts';
import type { ProjectId } from '#shared/core/ids.ts';
import { ok } from '#shared/core/result.ts';
import type { HttpRequest, HttpResponse } from '#shared/desktop/contract.ts';
import { PAGE_HEADER, SEGMENT_NAME_HEADER } from '#shared/sync/http-api.ts';
import { createHttpTransport } from '../../../../renderer/sync/http-transport.ts';
import { withRemotePhotos } from '../../../../renderer/sync/remote-photos.ts';
import { createDevice, testFeed } from '../../../support/device.ts';
import { createFakeServer } from '../../../support/fake-server.ts';
import { makeDevice } from '../../../support/make-entries.ts';
import { createMemoryDesktop } from '../../../support/memory-desktop.ts';
import { createMemoryDisk } from '../../../support/memory-journal-folder.ts';
import { segmentOf } from '../../../support/segments.ts';
import { startSignedIn } from '../../../support/sync-device.ts';

describe('a batch', () => {
  test('travels as the segment it is, under its name', async () => {
    const heard: HttpRequest[] = [];
    const desktop = createMemoryDesktop(createMemoryDisk(), {
      link: async (request) => {
        heard.push(request);
        return ok({ status: 200, headers: {}, body: utf8('{}') });
      },
    });
    const { name, bytes, headers } = segmentOf('sample' as ProjectId, [makeDevice('s1').write()]);
    await createHttpTransport(desktop).push({ name, bytes });
    expect(heard).toMatchObject([{ method: 'POST', path: '/sync/push', headers, body: bytes }]);
  });

  test('answered with what is no answer to it is not believed', async () => {
    const desktop = createMemoryDesktop(createMemoryDisk(), {
      link: async () => ok({ status: 200, headers: {}, body: utf8('{"confirmed":"many"}') }),
    });
    const transport = createHttpTransport(desktop);
    expect(await transport.push({ name: sha256Hex(''), bytes: utf8('') })).toEqual({
      ok: false,
      error: { kind: 'network/not-our-server' },
    });
    expect(await transport.pull({ after: 0, feed: testFeed(1), limit: 500 })).toMatchObject({
      ok: false,
    });
  });
});

describe('a page', () => {
  const entries = [makeDevice('s1').write(), makeDevice('s2').write()];
  const { bytes, headers } = segmentOf('sample' as ProjectId, entries);
  const page = { cursor: 2, more: false, epoch: 'e', serverMs: 1 };
  const whole = { ...headers, [PAGE_HEADER]: JSON.stringify(page) };

  async function pullFrom(answered: Partial<HttpResponse>) {
    const desktop = createMemoryDesktop(createMemoryDisk(), {
      link: async () =>
        ok({ status: 200, headers: whole, body: new Uint8Array(bytes), ...answered }),
    });
    return createHttpTransport(desktop).pull({ after: 0, feed: testFeed(1), limit: 500 });
  }

  test('gives the entries as they were written', async () => {
    expect(await pullFrom({})).toEqual({ ok: true, value: { ...page, entries } });
  });

  test('cut anywhere is not believed', async () => {
    for (let length = 0; length < bytes.length; length += 7) {
      const body = new Uint8Array(bytes.subarray(0, length));
      expect(await pullFrom({ body })).toEqual({
        ok: false,
        error: { kind: 'network/not-our-server' },
      });
    }
  });

  test.each([
    ['another name', { ...whole, [SEGMENT_NAME_HEADER]: sha256Hex('x') }],
    ['another type', { ...whole, 'content-type': 'text/html' }],
    ['nothing said of it', headers],
    ['nonsense said of it', { ...headers, [PAGE_HEADER]: '{"cursor":' }],
  ])('with %s is not believed', async (_, changed) => {
    expect((await pullFrom({ headers: changed })).ok).toBe(false);
  });

  test('named rightly but too large to be a segment is not read to its end', async () => {
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(50_000_000)));
    const named = { ...whole, [SEGMENT_NAME_HEADER]: sha256Hex(bomb) };
    expect((await pullFrom({ headers: named, body: bomb })).ok).toBe(false);
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
    expect(await transport.photoReceipt(sha256)).toEqual({ ok: true, value: undefined });
    expect((await transport.putPhoto(sha256, utf8('x'))).ok).toBe(false);
  });
});
