import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encryptFor } from '#shared/bundle/age.ts';
import { TAR_END, tarHeader, tarPadding } from '#shared/bundle/ustar.ts';
import { sha256Hex, utf8 } from '#shared/core/hash.ts';
import type { FailureKind } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import { carryBundle, noteVerdict, readCarriedFeeds } from '../../renderer/sync/carried-feeds.ts';
import type { TestServer } from '../support/build-test-app.ts';
import { buildTestServer } from '../support/build-test-app.ts';
import { expectOk } from '../support/expect-ok.ts';
import { importScene } from '../support/hostile-import.ts';
import type { TarFile } from '../support/make-bundle.ts';
import { inChunks, makeBundle, packTar, testPhoto } from '../support/make-bundle.ts';
import { memoryDatabase } from '../support/open-test-database.ts';
import { syncWell } from '../support/sync-device.ts';

// What the readers of the product do with hostile files: the server's import and a supervisor's laptop, nothing of them in double.

const MEGABYTE = 1024 * 1024;
const MILLION = 1_000_000;

let server: TestServer;
beforeAll(async () => {
  server = await buildTestServer(memoryDatabase);
});
afterAll(async () => server.close());

type Scene = Awaited<ReturnType<typeof importScene>>;

function kindOf(result: Result<unknown, { readonly kind: FailureKind }>): FailureKind | 'taken' {
  return result.ok ? 'taken' : result.error.kind;
}

/** What both say of a file, and what of it is with either. */
async function outcomeOf(scene: Scene, file: Uint8Array) {
  const onServer = kindOf(await scene.importOnServer(() => inChunks(file)));
  const onLaptop = kindOf(await scene.importOnLaptop(file));
  return { onServer, onLaptop, held: [await scene.onServer(), await scene.onLaptop()] };
}
const refused = {
  onServer: 'bundle/damaged',
  onLaptop: 'bundle/damaged',
  held: [[], { visits: [], photos: 0 }],
};

/** How much more memory a run takes at its highest than before it, in bytes that JavaScript holds. */
async function memoryOf(run: () => Promise<void>): Promise<number> {
  function held(): number {
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  }
  const before = held();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, held());
  }, 5);
  await run();
  clearInterval(watch);
  return Math.max(most, held()) - before;
}

describe('a bundle of a million files', () => {
  test.each([
    ['behind what its manifest names', false],
    ['in place of it', true],
  ])('%s is refused at the first of them, however many come', async (_name, isAlone) => {
    const scene = await importScene(server);
    const { files } = makeBundle(scene.contents);
    let given = 0;
    async function* tar(): AsyncGenerator<Uint8Array> {
      if (!isAlone) yield packTar(files).subarray(0, -TAR_END.length);
      for (; given < MILLION; given += 1) yield tarHeader(`segments/${'0'.repeat(64)}`, 0);
      yield TAR_END;
    }
    const used = await memoryOf(async () => {
      const kind = kindOf(
        await scene.importOnServer(() => encryptFor(scene.contents.recipients, tar())),
      );
      expect(kind).toBe('bundle/damaged');
    });
    // What was on its way when the first was refused: a few pieces of 64 KiB.
    expect(given).toBeLessThan(5000);
    expect(used).toBeLessThan(32 * MEGABYTE);
    expect(await scene.onServer()).toEqual([]);
  });

  test('or of a million entries that its manifest claims and it has not, is refused in little memory', async () => {
    const scene = await importScene(server);
    const { manifest, files } = makeBundle(scene.contents);
    const [segment] = manifest.segments;
    if (!segment) throw new Error('a bundle with entries has a segment');
    const one = { ...segment, first: 1, last: MILLION };
    const many = Array.from({ length: MILLION / 500 }, (_, at) => ({
      ...segment,
      sha256: sha256Hex(utf8(String(at))),
      first: at * 500 + 1,
      last: at * 500 + 500,
    }));
    const items = [...many, ...manifest.photos];
    const bytes = items.reduce((sum, { size }) => sum + size, 0);
    const claims = [
      { counts: { ...manifest.counts, entries: MILLION } },
      { segments: [one], counts: { ...manifest.counts, entries: MILLION } },
      { segments: many, counts: { entries: MILLION, photos: manifest.photos.length, bytes } },
      { photos: Array.from({ length: 15_000 }, () => manifest.photos[0]) },
    ];
    const used = await memoryOf(async () => {
      for (const claim of claims) {
        const [claimed, signature] = makeBundle(scene.contents, claim).files;
        if (!claimed || !signature) throw new Error('a bundle has a manifest');
        const file = await scene.seal(packTar([claimed, signature, ...files.slice(2)]));
        expect(await outcomeOf(scene, file)).toEqual(refused);
      }
    });
    expect(used).toBeLessThan(96 * MEGABYTE);
  });

  test('or of a segment that a million lines come out of, is refused before they are there', async () => {
    const scene = await importScene(server);
    const { manifest, files } = makeBundle(scene.contents);
    const [segment, ...rest] = manifest.segments;
    if (!segment) throw new Error('a bundle with entries has a segment');
    const bomb = gzipSync(Buffer.alloc(200 * MEGABYTE, '{}\n'));
    const named = { ...segment, sha256: sha256Hex(bomb), size: bomb.length };
    const segments = [named, ...rest];
    const bytes = [...segments, ...manifest.photos].reduce((sum, { size }) => sum + size, 0);
    const changes = { segments, counts: { ...manifest.counts, bytes } };
    const claimed = makeBundle(scene.contents, changes).files.slice(0, 2);
    const put: TarFile = [`segments/${named.sha256}`, bomb];
    const file = await scene.seal(packTar([...claimed, put, ...files.slice(3)]));
    const used = await memoryOf(async () => {
      expect(await outcomeOf(scene, file)).toEqual(refused);
    });
    expect(used).toBeLessThan(64 * MEGABYTE);
  });
});

describe('a name in a header of its own', () => {
  /** POSIX.1-2001 pax: a length that counts itself, a keyword and a value. */
  function pax(keyword: string, value: string): string {
    const rest = ` ${keyword}=${value}\n`;
    let length = rest.length + 1;
    while (String(length).length + rest.length !== length) length += 1;
    return `${length}${rest}`;
  }
  /** A file of a type that says something of the next one, with a right checksum. */
  function note(type: string, name: string, content: string): Uint8Array {
    const header = Buffer.from(tarHeader(name, utf8(content).length));
    header.write(type, 156);
    header.write(' '.repeat(8), 148);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    const padding = new Uint8Array(tarPadding(utf8(content).length));
    return Buffer.concat([header, utf8(content), padding]);
  }

  test.each([
    ['a pax path upwards', note('x', 'PaxHeaders.0/manifest.json', pax('path', '../../evil.sh'))],
    ['a pax path of its own name', note('x', 'PaxHeaders.0/x', pax('path', 'manifest.json'))],
    ['a pax link', note('x', 'PaxHeaders.0/x', pax('linkpath', '/etc/passwd'))],
    ['a pax size', note('x', 'PaxHeaders.0/x', pax('size', '8589934592'))],
    ['a pax __proto__', note('x', 'PaxHeaders.0/x', pax('__proto__', 'x'))],
    ['a pax header for all', note('g', 'pax_global_header', pax('path', '../../evil.sh'))],
    ['a GNU long name', note('L', '././@LongLink', `${'a/'.repeat(80)}../../evil.sh\0`)],
    ['a GNU long link', note('K', '././@LongLink', '/etc/passwd\0')],
  ])('%s is refused before, between and behind the files', async (_name, header) => {
    const scene = await importScene(server);
    const blocks = makeBundle(scene.contents).files.map((one) =>
      packTar([one]).subarray(0, -TAR_END.length),
    );
    for (const at of [0, 1, 2, blocks.length - 1, blocks.length]) {
      const tar = Buffer.concat([...blocks.slice(0, at), header, ...blocks.slice(at), TAR_END]);
      expect(await outcomeOf(scene, await scene.seal(tar))).toEqual(refused);
    }
  });
});

describe('two imports at once', () => {
  test('of one bundle on the server leave it there once, and both are answered with its receipts', async () => {
    const scene = await importScene(server);
    const file = await scene.seal(makeBundle(scene.contents).tar);
    const [one, two] = await Promise.all(
      [1, 2].map(async () => expectOk(await scene.importOnServer(() => inChunks(file)))),
    );
    expect(one?.failures).toEqual([]);
    expect(two).toEqual(one);
    expect(one?.receipts.receipts).toMatchObject([{ seq: 5, refused: '' }]);
    expect(one?.receipts.photos).toHaveLength(2);
    expect(await scene.onServer()).toEqual(scene.contents.entries);
  });

  test('of one bundle on a laptop leave it there once, and it is handed on', async () => {
    const scene = await importScene(server);
    const file = await scene.seal(makeBundle(scene.contents).tar);
    const taken = await Promise.all([1, 2].map(() => scene.importOnLaptop(file)));
    expect(taken.map(kindOf)).toEqual(['taken', 'taken']);
    expect((await scene.onLaptop()).visits).toHaveLength(5);
    expect((await scene.onLaptop()).photos).toBe(2);
    await syncWell(scene.supervisor);
    expect(await scene.onServer()).toEqual(scene.contents.entries);
  });

  test('of two bundles on a laptop lose neither: both are handed on', async () => {
    const scene = await importScene(server);
    const { colleague, contents } = scene;
    const theirs = [colleague.write(), colleague.write()];
    const { signer, owner } = colleague;
    const second = { ...contents, signer, person: owner.person, entries: theirs, photos: [] };
    const { settings } = scene.supervisor.store;
    const made = [contents, second].map((one) => makeBundle(one));
    const files = await Promise.all(made.map(({ tar }) => scene.seal(tar)));
    await Promise.all(files.map((file) => scene.importOnLaptop(file)));
    // Whichever of the two was quicker: the notes of both are made in one moment.
    expectOk(await settings.set('carried-feeds', []));
    await Promise.all(made.map(({ manifest }) => carryBundle(settings, manifest)));
    const carried = await readCarriedFeeds(settings);
    expect(carried.map(({ person }) => person).toSorted()).toEqual(['s1', 's2']);
    await syncWell(scene.supervisor);
    expect(await scene.onServer()).toHaveLength(7);
  });

  test('a bundle that comes while the one before is handed on is handed on as well', async () => {
    const scene = await importScene(server);
    const { contents, insider, supervisor } = scene;
    const { settings } = supervisor.store;
    const more = [insider.write(), insider.write()];
    const later = await scene.seal(makeBundle({ ...contents, entries: more, photos: [] }).tar);
    expectOk(await scene.importOnLaptop(await scene.seal(makeBundle(contents).tar)));
    // What a sync read before it asked the server, and writes when that has answered.
    const [asked] = await readCarriedFeeds(settings);
    if (!asked) throw new Error('a feed is carried');
    expectOk(await scene.importOnLaptop(later));
    expectOk(await noteVerdict(settings, { ...asked, confirmed: 0 }));
    await syncWell(supervisor);
    expect(await scene.onServer()).toEqual([...contents.entries, ...more]);
  });
});

describe('a bundle that is another when it is taken in than when it was looked at', () => {
  test.each([
    ['of the same number, by the same laptop, with more in it', 'more'],
    ['of the same number, by another laptop', 'other'],
    ['of another number', 'number'],
    ['that lost its end', 'cut'],
  ])('%s is refused, and nothing of it is taken', async (_name, change) => {
    const scene = await importScene(server);
    const { contents, insider, colleague } = scene;
    const looked = makeBundle(contents);
    const { bundle } = looked.manifest;
    const seen = await scene.seal(looked.tar);
    const more = { ...contents, entries: [...contents.entries, insider.write()] };
    const { signer, owner } = colleague;
    const foreign = {
      ...contents,
      signer,
      person: owner.person,
      entries: [colleague.write()],
      photos: [testPhoto(900)],
    };
    const after: Readonly<Record<string, () => Uint8Array>> = {
      more: () => makeBundle(more, { bundle }).tar,
      other: () => makeBundle(foreign, { bundle }).tar,
      number: () => makeBundle(contents).tar,
      cut: () => looked.tar.subarray(0, 700),
    };
    const second = await scene.seal(after[change]?.() ?? looked.tar);
    const taken = await scene.importOnServer(
      () => inChunks(seen),
      () => inChunks(second),
    );
    expect(kindOf(taken)).toBe('bundle/damaged');
    expect(await scene.onServer()).toEqual([]);
    expect(kindOf(await scene.importOnLaptop(seen, second))).toBe('bundle/damaged');
    expect(await scene.onLaptop()).toEqual({ visits: [], photos: 0 });
    expect(await readCarriedFeeds(scene.supervisor.store.settings)).toEqual([]);
  });
});
