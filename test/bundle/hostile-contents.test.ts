import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { manifestText, signedManifestText } from '#shared/bundle/manifest.ts';
import { bundleNames } from '#shared/bundle/write-bundle.ts';
import type { FailureKind } from '#shared/core/failure.ts';
import { sha256Hex, utf8 } from '#shared/core/hash.ts';
import { canonicalJson } from '#shared/core/json.ts';
import { headText } from '#shared/records/signed-head.ts';
import { hashForSegment, layOutSegment } from '#shared/sync/segment.ts';
import { expectOk } from '../support/expect-ok.ts';
import type { TarFile } from '../support/make-bundle.ts';
import {
  makeBundle,
  makeScene,
  makeSigner,
  packTar,
  signedManifest,
} from '../support/make-bundle.ts';

type Scene = Awaited<ReturnType<typeof makeScene>>;

async function readTar(scene: Scene, tar: Uint8Array) {
  return scene.reader.read(await scene.reader.seal(tar));
}

/** Why a tar is refused, in this reader's own encryption; undefined where it is taken. */
async function refusalOf(scene: Scene, tar: Uint8Array): Promise<FailureKind | undefined> {
  const read = await readTar(scene, tar);
  return read.ok ? undefined : read.error.kind;
}

/** A bundle whose manifest says this, signed by its device. */
async function withText(scene: Scene, text: string | Uint8Array): Promise<Uint8Array> {
  const { files } = makeBundle(scene.contents);
  return packTar([...signedManifest(scene.signer, text), ...files.slice(2)]);
}

// An enrolled insider can sign whatever they write: the shape must hold, not only the signature.
describe('the manifest', () => {
  const evilMembers: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    'a member too many': { extra: 1 },
    'a missing member': { photos: undefined },
    'a broken number': { madeAtMs: 1.5 },
    'a negative number': { madeAtMs: -1 },
    'a number beyond all': { madeAtMs: 1e308 },
    'a text for a number': { madeAtMs: '1795000000000' },
    'no list': { segments: {} },
    'an object with toString for a text': { person: { toString: 'x' } },
    'a part beyond the last': { part: { number: 2, of: 1 } },
    'counts that are one off': { counts: { entries: 6, photos: 2, bytes: 1 } },
    'no recipients': { recipients: [] },
    'a recipient that is a path': { recipients: ['../../x'] },
    'ten thousand recipients': { recipients: Array.from({ length: 10_000 }, () => 'age1x') },
    'a device key of small order': { device: '00'.repeat(32) },
    'a device key of small order, spelt otherwise': { device: `ee${'ff'.repeat(31)}` },
    'a version that never was': { version: 0 },
    'another format': { format: 'svb' },
  };
  test.each(Object.entries(evilMembers))('with %s is none', async (_name, changes) => {
    const scene = await makeScene();
    expect(await refusalOf(scene, makeBundle(scene.contents, changes).tar)).toBe('bundle/damaged');
  });

  const evilSegments: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    'a size of nothing': { size: 0 },
    'a size beyond a segment': { size: 1e9 },
    'a name that is a path': { sha256: '../evil' },
    'numbers that run backwards': { first: 3, last: 2 },
    'more entries than a segment has': { first: 1, last: 900 },
    'an infinite number': { last: Number.MAX_SAFE_INTEGER + 2 },
  };
  test.each(Object.entries(evilSegments))(
    'with a segment of %s is none',
    async (_name, changes) => {
      const scene = await makeScene();
      const { manifest } = makeBundle(scene.contents);
      const [first, ...rest] = manifest.segments;
      const { tar } = makeBundle(scene.contents, { segments: [{ ...first, ...changes }, ...rest] });
      expect(await refusalOf(scene, tar)).toBe('bundle/damaged');
    },
  );

  const spellings: Readonly<Record<string, (text: string) => string | Uint8Array>> = {
    'a member said twice': (text) => text.replace('{', '{"version":1,'),
    'white space': (text) => text.replace('{', '{ '),
    'members in another order': (text) =>
      JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text) as object).toReversed())),
    'a byte order mark': (text) => `\uFEFF${text}`,
    'invalid UTF-8': (text) => Buffer.concat([utf8(text.slice(0, -1)), Buffer.from([0xff, 0x7d])]),
    'a lone surrogate': (text) => text.replace('bazarnegar-bundle', String.raw`\ud800`),
    'an own __proto__': (text) => text.replace('{', '{"__proto__":{"isAdmin":true},'),
    'a constructor': (text) => text.replace('{', '{"constructor":{"prototype":{}},'),
    'nesting without end': (text) =>
      text.replace('{', `{"deep":${'['.repeat(100_000)}${']'.repeat(100_000)},`),
    'a number in another spelling': (text) => text.replace('"version":1', '"version":1.0'),
    'no JSON': () => 'manifest',
    null: () => 'null',
    nothing: () => '',
  };
  test.each(Object.entries(spellings))('in %s is none', async (_name, change) => {
    const scene = await makeScene();
    const text = manifestText(makeBundle(scene.contents).manifest);
    expect(await refusalOf(scene, await withText(scene, change(text)))).toBe('bundle/damaged');
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  test('of a newer version asks for an update, of another project or for others says so', async () => {
    const scene = await makeScene();
    const cases = [
      [{ version: 2, future: [] }, 'bundle/newer-version'],
      [{ project: 'other' }, 'bundle/other-project'],
      [{ recipients: [`age1${'q'.repeat(58)}`] }, 'bundle/not-for-you'],
    ] as const;
    for (const [changes, kind] of cases) {
      expect(await refusalOf(scene, makeBundle(scene.contents, changes).tar)).toBe(kind);
    }
  });

  test('of an unknown or revoked device, of another person or under another signature is not believed', async () => {
    const scene = await makeScene();
    const { contents, other, revoked } = scene;
    const text = manifestText(makeBundle(contents).manifest);
    const { files } = makeBundle(contents);
    function signed(signature: string): Uint8Array {
      const sign: TarFile = [bundleNames.signature, utf8(signature)];
      return packTar([[bundleNames.manifest, utf8(text)], sign, ...files.slice(2)]);
    }
    expect(await refusalOf(scene, makeBundle({ ...contents, signer: makeSigner() }).tar)).toBe(
      'device/unknown',
    );
    expect(await refusalOf(scene, makeBundle({ ...contents, signer: revoked }).tar)).toBe(
      'device/revoked',
    );
    expect(await refusalOf(scene, makeBundle({ ...contents, signer: other }).tar)).toBe(
      'bundle/wrong-signature',
    );
    for (const signature of [
      other.sign(signedManifestText(text)),
      scene.signer.sign(text),
      scene.signer.sign(signedManifestText(`${text} `)),
      scene.signer.sign(signedManifestText(JSON.stringify(JSON.parse(text), null, 1))),
      '0'.repeat(128),
      'f'.repeat(128),
      malleable(scene.signer.sign(signedManifestText(text))),
      scene.signer.sign(signedManifestText(text)).toUpperCase(),
      '',
    ]) {
      expect(await refusalOf(scene, signed(signature))).toBe('bundle/wrong-signature');
    }
  });
});

/** The same signature with the order of the group added to its S: some verifiers take it. */
function malleable(signature: string): string {
  const order = 2n ** 252n + 27742317777372353535851937790883648493n;
  const s = BigInt(`0x${backwards(signature.slice(64))}`) + order;
  return signature.slice(0, 64) + backwards(s.toString(16).padStart(64, '0'));
}

function backwards(hex: string): string {
  return (hex.match(/../g) ?? []).toReversed().join('');
}

describe('what a manifest names', () => {
  test('segments must be the entries it says, in a chain, under the signature of its device', async () => {
    const scene = await makeScene();
    const { contents, signer, other } = scene;
    const { project, entries } = contents;
    const stranger = makeBundle({ ...contents, signer: other }).manifest.segments[0];
    const [segment, ...rest] = makeBundle(contents).manifest.segments;
    if (!segment || !stranger) throw new Error('a bundle with entries has a segment');

    /** The bundle with other bytes for its first segment. */
    function withSegment(bytes: Uint8Array, changes: Readonly<Record<string, unknown>> = {}) {
      const named = { ...segment, sha256: sha256Hex(bytes), size: bytes.length, ...changes };
      const segments = [named, ...rest];
      const { files } = makeBundle(contents);
      const sum = [...segments, ...makeBundle(contents).manifest.photos].reduce(
        (n, { size }) => n + size,
        0,
      );
      const { manifest } = makeBundle(contents, {
        segments,
        counts: { entries: 5, photos: 2, bytes: sum },
      });
      const file: TarFile = [bundleNames.segment(named.sha256), bytes];
      return packTar([...signedManifest(signer, manifestText(manifest)), file, ...files.slice(3)]);
    }
    function zip(some: typeof entries, of = project): Uint8Array {
      return gzipSync(layOutSegment(of, some.map(hashForSegment)));
    }
    const three = entries.slice(0, 3);
    const [first, second, third] = three;
    if (!first || !second || !third) throw new Error('there are three entries');

    expectOk(await readTar(scene, withSegment(zip(three))));
    for (const bytes of [
      utf8('not gzip'),
      gzipSync('not a segment'),
      gzipSync(Buffer.alloc(50_000_000)),
      gzipSync(canonicalJson({ segment: 1 })),
      zip(entries.slice(1, 4)),
      zip([first, second]),
      zip([first, third, second]),
      zip([first, second, { ...third, why: 'changed' }]),
      zip([first, { ...second, author: third.author, why: 'x' }, third]),
      zip(three, 'other' as typeof project),
    ]) {
      expect(await refusalOf(scene, withSegment(bytes))).toBe('bundle/damaged');
    }
    const head = { feed: segment.feed, seq: segment.last, hash: segment.hash };
    for (const signature of [
      stranger.signature,
      signer.sign('x'),
      signer.sign(headText(project, { ...head, seq: 2 })),
    ]) {
      expect(await refusalOf(scene, withSegment(zip(three), { signature }))).toBe(
        'bundle/wrong-signature',
      );
    }
  });

  test('photos must be the bytes of their names', async () => {
    const scene = await makeScene();
    const { files } = makeBundle(scene.contents);
    const [name, bytes] = files.at(-1) ?? ['', new Uint8Array()];
    const changed = Buffer.from(bytes);
    changed[5] = (changed[5] ?? 0) ^ 1;
    expect(await refusalOf(scene, packTar([...files.slice(0, -1), [name, changed]]))).toBe(
      'bundle/damaged',
    );
  });

  test('what is named and not there, or there and not named, is refused', async () => {
    const scene = await makeScene();
    const { manifest, files } = makeBundle(scene.contents);
    const without = { photos: manifest.photos.slice(1), counts: undefined };
    const counts = {
      entries: 5,
      photos: 1,
      bytes: manifest.counts.bytes - (manifest.photos[0]?.size ?? 0),
    };
    const { tar } = makeBundle(scene.contents, { ...without, counts });
    expect(await refusalOf(scene, tar)).toBe('bundle/damaged');
    expect(await refusalOf(scene, packTar(files.slice(0, -1)))).toBe('bundle/damaged');
  });
});
