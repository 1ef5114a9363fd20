import { Encrypter } from 'age-encryption';
import { describe, expect, test } from 'vitest';
import { makeAgeKeys } from '#shared/bundle/age.ts';
import { MAX_MANIFEST_BYTES } from '#shared/bundle/manifest.ts';
import { TAR_END, tarHeader } from '#shared/bundle/ustar.ts';
import type { FailureKind } from '#shared/core/failure.ts';
import { utf8 } from '#shared/core/hash.ts';
import { expectOk } from '../support/expect-ok.ts';
import type { MadeBundle, TarFile } from '../support/make-bundle.ts';
import { makeBundle, makeScene, packTar } from '../support/make-bundle.ts';

// The cases of the encryption and of the tar. Those of the manifest and of what it names: hostile-contents.test.ts.

const CHUNK = 64 * 1024 + 16;
type Scene = Awaited<ReturnType<typeof makeScene>>;

async function largeBundle(scene: Scene): Promise<Uint8Array> {
  const photos = [Buffer.alloc(200_000, 7), Buffer.alloc(90_000, 8)];
  return scene.reader.seal(makeBundle({ ...scene.contents, photos }).tar);
}

/** Why a file is refused; undefined where it is taken. */
async function refusalOf(scene: Scene, file: Uint8Array): Promise<FailureKind | undefined> {
  const read = await scene.reader.read(file);
  return read.ok ? undefined : read.error.kind;
}

test('a bundle as its sender made it is taken whole', async () => {
  const scene = await makeScene();
  const { tar, manifest } = makeBundle(scene.contents);
  const taken = expectOk(await scene.reader.read(await scene.reader.seal(tar)));
  expect(taken.manifest).toEqual(manifest);
  expect(taken.entries).toHaveLength(5);
  expect(taken.photos).toEqual(manifest.photos.map(({ sha256 }) => sha256));
});

describe('the encryption', () => {
  test.each([
    ['nothing', () => new Uint8Array(0)],
    ['text', () => utf8('round,market,price\n'.repeat(5000))],
    [
      'a header without an end',
      () => utf8(`age-encryption.org/v1\n${'-> X25519 a\n'.repeat(20_000)}`),
    ],
    [
      'armour',
      () =>
        utf8('-----BEGIN AGE ENCRYPTED FILE-----\nYWdlLWVu\n-----END AGE ENCRYPTED FILE-----\n'),
    ],
    ['a plain tar', (scene: Scene) => makeBundle(scene.contents).tar],
  ])('%s is no bundle', async (_name, file) => {
    const scene = await makeScene();
    expect(await refusalOf(scene, file(scene))).toBe('bundle/damaged');
  });

  test('a bundle that is encrypted for others is for others', async () => {
    const scene = await makeScene();
    const stranger = await makeScene();
    const file = await stranger.reader.seal(makeBundle(scene.contents).tar);
    expect(await scene.reader.read(file)).toEqual({
      ok: false,
      error: { kind: 'bundle/not-for-you' },
    });
  });

  test('a bundle under a password is for others: no password is ever asked or derived for it', async () => {
    const scene = await makeScene();
    const encrypter = new Encrypter();
    encrypter.setPassphrase('x');
    encrypter.setScryptWorkFactor(10);
    const file = await encrypter.encrypt(makeBundle(scene.contents).tar);
    const text = Buffer.from(file).toString('latin1').replace(/ 10\n/, ' 30\n');
    const began = performance.now();
    expect(await scene.reader.read(Buffer.from(text, 'latin1'))).toMatchObject({
      error: { kind: 'bundle/not-for-you' },
    });
    expect(performance.now() - began).toBeLessThan(2000);
  });

  test('a thousand recipients are more than a header may have', async () => {
    const scene = await makeScene();
    const { recipient } = await makeAgeKeys();
    const others = Array.from({ length: 1000 }, () => recipient);
    expect(
      await refusalOf(scene, await scene.reader.seal(makeBundle(scene.contents).tar, others)),
    ).toBe('bundle/damaged');
  });

  test('a header that was changed is refused', async () => {
    const scene = await makeScene();
    const file = Buffer.from(await scene.reader.seal(makeBundle(scene.contents).tar));
    const mac = file.indexOf('\n--- ') + 8;
    file[mac] = file[mac] === 65 ? 66 : 65;
    expect(await refusalOf(scene, file)).toBe('bundle/damaged');
  });

  test('a bundle that was cut is refused whole: beside each chunk, in its header, at its last byte', async () => {
    const scene = await makeScene();
    const file = await largeBundle(scene);
    const payload = Buffer.from(file).indexOf('\n', Buffer.from(file).indexOf('\n--- ') + 1) + 17;
    const chunkEnds = [0, 1, 2, 3, 4].map((chunk) => payload + chunk * CHUNK);
    const cuts = [
      1,
      30,
      payload - 20,
      file.length - 1,
      ...chunkEnds.flatMap((end) => [end - 1, end, end + 1]),
    ];
    for (const cut of cuts.filter((at) => at < file.length)) {
      expect(await refusalOf(scene, file.subarray(0, cut))).toBe('bundle/damaged');
    }
  });

  test('one flipped bit in any chunk is found', async () => {
    const scene = await makeScene();
    const file = await largeBundle(scene);
    for (let at = file.length - 10; at > 0; at -= CHUNK / 2) {
      const changed = Buffer.from(file);
      changed[Math.floor(at)] = (changed[Math.floor(at)] ?? 0) ^ 4;
      expect(await refusalOf(scene, changed)).toBe('bundle/damaged');
    }
  });

  test('chunks in another order, bytes behind the end and two files as one are found', async () => {
    const scene = await makeScene();
    const file = Buffer.from(await largeBundle(scene));
    const payload = file.indexOf('\n', file.indexOf('\n--- ') + 1) + 17;
    const [a, b] = [payload, payload + CHUNK];
    const swapped = Buffer.concat([
      file.subarray(0, a),
      file.subarray(b, b + CHUNK),
      file.subarray(a, b),
      file.subarray(b + CHUNK),
    ]);
    expect(await refusalOf(scene, swapped)).toBe('bundle/damaged');
    expect(await refusalOf(scene, Buffer.concat([file, Buffer.from([0])]))).toBe('bundle/damaged');
    expect(await refusalOf(scene, Buffer.concat([file, file]))).toBe('bundle/damaged');
  });
});

// Whoever has the public key can encrypt any tar: the signature must not be reached by a name, a link or a length.
describe('the tar', () => {
  const evilNames = {
    'a path upwards': '../../evil.sh',
    'an absolute path': '/etc/passwd',
    'a Windows path': 'C:\\evil.exe',
    'a name with U+202E': 'photos/\u202Egpj.exe',
    'a name of 100 letters': 'x'.repeat(100),
    'an empty name': '',
    __proto__: '__proto__',
    'a name of another file of it': 'manifest.json',
  };
  test.each(Object.entries(evilNames))('%s is refused', async (_name, evil) => {
    const scene = await makeScene();
    const { files } = makeBundle(scene.contents);
    for (const at of [0, 2, files.length]) {
      const tar = packTar([...files.slice(0, at), [evil, utf8('x')], ...files.slice(at)]);
      expect(await refusalOf(scene, await scene.reader.seal(tar))).toBe('bundle/damaged');
    }
  });

  /** Changes bytes of the header of the file at `index`, with a right checksum. */
  function withHeader(
    { files }: MadeBundle,
    index: number,
    change: (header: Buffer) => void,
  ): Uint8Array {
    const blocks = files.map((file) => packTar([file]).subarray(0, -TAR_END.length));
    const block = Buffer.from(blocks[index] ?? []);
    change(block);
    block.write(' '.repeat(8), 148);
    const sum = block.subarray(0, 512).reduce((total, byte) => total + byte, 0);
    block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return Buffer.concat([...blocks.slice(0, index), block, ...blocks.slice(index + 1), TAR_END]);
  }

  const evilHeaders: Readonly<Record<string, (header: Buffer) => void>> = {
    'a hard link': (header) => header.write('1', 156),
    'a symbolic link': (header) => void (header.write('2', 156), header.write('/etc/passwd', 157)),
    'a device': (header) => header.write('3', 156),
    'a folder': (header) => header.write('5', 156),
    'a FIFO': (header) => header.write('6', 156),
    'a sparse file': (header) => header.write('S', 156),
    'a pax header': (header) => header.write('x', 156),
    'a global pax header': (header) => header.write('g', 156),
    'a GNU long name': (header) => header.write('L', 156),
    'a prefix': (header) => header.write('evil', 345),
    'a NUL within its name': (header) => header.write('\0x', 3),
    'GNU magic': (header) => header.write('ustar  \0', 257),
    'another mode': (header) => header.write('0006777', 100),
    'an owner': (header) => header.write('root', 265),
    'a size of 8 GiB': (header) => header.write('77777777777', 124),
    'a negative size': (header) => header.write('-0000000001', 124),
    'a size in base 256': (header) => void Buffer.from([0x80, 0, 0, 0, 1]).copy(header, 124),
    'a size that is one less': (header) => {
      const size = Number.parseInt(header.toString('latin1', 124, 135), 8);
      header.write((size - 1).toString(8).padStart(11, '0'), 124);
    },
    'no size at all': (header) => header.write('00000000000', 124),
  };
  test.each(Object.entries(evilHeaders))('%s is refused', async (_name, change) => {
    const scene = await makeScene();
    const made = makeBundle(scene.contents);
    for (const index of [0, 2, made.files.length - 1]) {
      expect(await refusalOf(scene, await scene.reader.seal(withHeader(made, index, change)))).toBe(
        'bundle/damaged',
      );
    }
  });

  test('a wrong checksum is refused', async () => {
    const scene = await makeScene();
    const tar = Buffer.from(makeBundle(scene.contents).tar);
    tar[150] = (tar[150] ?? 0) ^ 1;
    expect(await refusalOf(scene, await scene.reader.seal(tar))).toBe('bundle/damaged');
  });

  test('padding that is not zero, a missing end and anything behind the end are refused', async () => {
    const scene = await makeScene();
    const { tar, files } = makeBundle(scene.contents);
    const padded = Buffer.from(tar);
    padded[512 + (files[0]?.[1].length ?? 0)] = 1;
    const late: TarFile = ['late.json', utf8('{}')];
    for (const changed of [
      padded,
      tar.subarray(0, -512),
      tar.subarray(0, -1024),
      Buffer.concat([tar, new Uint8Array(512)]),
      Buffer.concat([tar, packTar([late])]),
      tarHeader('manifest.json', 10),
      TAR_END,
    ]) {
      expect(await refusalOf(scene, await scene.reader.seal(changed))).toBe('bundle/damaged');
    }
  });

  test('files twice, in another order, one missing, one of nothing and a million of them are refused', async () => {
    const scene = await makeScene();
    const { files } = makeBundle(scene.contents);
    const [first, second, third, ...rest] = files;
    if (!first || !second || !third) throw new Error('a bundle has more than two files');
    const orders: readonly (readonly TarFile[])[] = [
      [first, second, third, third, ...rest],
      [second, first, third, ...rest],
      [first, third, second, ...rest],
      [first, second, ...rest, third],
      [first, second, ...rest],
      [first, second, third],
      [first, second, [third[0], new Uint8Array(0)], ...rest],
      [first, second, third, ...Array.from({ length: 1000 }, (): TarFile => ['x', utf8('')])],
    ];
    for (const order of orders)
      expect(await refusalOf(scene, await scene.reader.seal(packTar(order)))).toBe(
        'bundle/damaged',
      );
  });

  test('a manifest of more than 4 MiB is refused before it is read', async () => {
    const scene = await makeScene();
    const huge: TarFile = ['manifest.json', new Uint8Array(MAX_MANIFEST_BYTES + 1)];
    expect(await refusalOf(scene, await scene.reader.seal(packTar([huge])))).toBe('bundle/damaged');
  });
});
