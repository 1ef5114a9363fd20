import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { readPlace } from '../../../renderer/forms/photo-place.ts';
import { shotInHerat, withExif, withSegment } from '../../support/exif.ts';
import {
  beginVisit,
  expect,
  fillHeader,
  pick,
  question,
  signIn,
  test,
  tongues,
  words,
} from './entry-test.ts';

// What is kept is read back over the address of its picture, which the page's own policy forbids.
test.use({ bypassCSP: true });
test.describe.configure({ mode: 'serial' });

const folder = mkdtempSync(path.join(os.tmpdir(), 'bazarnegar-photos-'));
const unread = 'عکسی نیست که خوانده شود';
let page: Page;
let shelf: Buffer;
/** So small that no smaller picture is made of it: what is shown is what is kept. */
let label: Buffer;

test.beforeAll(async ({ browser, address }) => {
  page = await browser.newPage({ bypassCSP: true });
  await signIn(page, address, tongues.fa);
  await beginVisit(page, words.fa);
  await fillHeader(page, words.fa);
  shelf = await page.screenshot({ type: 'jpeg', clip: { x: 0, y: 0, width: 900, height: 600 } });
  label = await page.screenshot({ type: 'jpeg', clip: { x: 0, y: 0, width: 300, height: 200 } });
});
test.afterAll(async () => {
  await page.close();
  rmSync(folder, { recursive: true, force: true });
});

function photos() {
  return question(page, 'outlet_photo');
}

/** Chooses a file as the photo of the outlet, and waits until it is kept or refused. */
async function choose(name: string, bytes: Uint8Array): Promise<void> {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  await photos().locator('input[accept]').setInputFiles(file);
}

async function isRefused(reason: string | RegExp): Promise<void> {
  await expect(photos()).toContainText(reason);
  await expect(photos().getByRole('img')).toHaveCount(0);
  // The page goes on: a photo that is one is taken after it.
  await choose('shelf.jpg', shelf);
  await expect(photos().getByRole('img')).toHaveCount(1);
  await expect(photos()).not.toContainText(reason);
  await takeOut();
}

async function takeOut(): Promise<void> {
  await photos()
    .getByRole('button', { name: /برداشتن عکس/ })
    .click();
  await expect(photos().getByRole('img')).toHaveCount(0);
}

/** What was kept of the photo that is shown, and its size in pixels. */
async function kept() {
  const picture = photos().getByRole('img');
  await expect(picture).toHaveCount(1);
  let found = { width: 0, height: 0, bytes: [] as readonly number[] };
  // The picture gets another address when what is kept of it is read back, and the one before leads nowhere then.
  await expect(async () => {
    found = await picture.evaluate(async (one) => {
      const image = one as HTMLImageElement;
      await image.decode();
      const blob = await (await fetch(image.src)).arrayBuffer();
      const { naturalWidth: width, naturalHeight: height } = image;
      return { width, height, bytes: [...new Uint8Array(blob)] };
    });
    expect(found.width).toBeGreaterThan(0);
  }).toPass();
  return { ...found, bytes: Buffer.from(found.bytes) };
}

/** A PNG whose pixels are all there: of one bit each, all black. */
function blackPng(side: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.writeUInt8(1, 8);
  const pixels = deflateSync(Buffer.alloc((Math.ceil(side / 8) + 1) * side));
  return Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const framed = Buffer.alloc(data.length + 12);
  framed.writeUInt32BE(data.length, 0);
  framed.write(name, 4, 'latin1');
  data.copy(framed, 8);
  framed.writeUInt32BE(crc32(framed.subarray(4, data.length + 8)), data.length + 8);
  return framed;
}

/** ISO 3309, as PNG has it. */
function crc32(bytes: Buffer): number {
  let crc = 0xff_ff_ff_ff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xed_b8_83_20 : crc >>> 1;
  }
  return (crc ^ 0xff_ff_ff_ff) >>> 0;
}

test('without consent the place, the camera and its thumbnail are left behind, and the photo stands upright', async () => {
  await pick(page, 'consent', 'no');
  const taken = withExif(label, shotInHerat);
  expect(taken.includes('Kamera Ltd')).toBe(true);
  await choose('gps.jpg', taken);
  const { width, height, bytes } = await kept();
  // Chromium has read the Exif data: the picture is turned by what it says.
  expect([width, height]).toEqual([200, 300]);
  for (const trace of ['Exif', 'Kamera', 'GPS', 'http://ns.adobe.com']) {
    expect(bytes.includes(trace), trace).toBe(false);
  }
  // No APP1 segment, wherever it could hold one.
  expect(bytes.includes(Buffer.from([0xff, 0xe1]))).toBe(false);
  await takeOut();
});

test('with consent the place stays in the photo of the outlet, and nothing else of the camera', async () => {
  await pick(page, 'consent', 'yes');
  await choose('gps.jpg', withExif(label, shotInHerat, 'MM'));
  const { width, height, bytes } = await kept();
  expect([width, height]).toEqual([200, 300]);
  expect(readPlace(Uint8Array.from(bytes))).toEqual({
    latitude: { side: 'N', parts: [34, 1, 20, 1, 31, 1] },
    longitude: { side: 'E', parts: [62, 1, 11, 1, 59, 1] },
  });
  expect(bytes.includes('Kamera')).toBe(false);
  await takeOut();
});

test('a JPEG that is a page as well is kept as a picture alone', async () => {
  const page2 = Buffer.from('<!doctype html><script>document.title="taken over"</script>');
  const both = Buffer.concat([withSegment(label, 0xfe, page2), page2]);
  await choose('page.jpg', both);
  const { bytes } = await kept();
  expect(bytes.includes('<script')).toBe(false);
  expect(bytes.includes('html')).toBe(false);
  expect(await page.title()).not.toBe('taken over');
  await takeOut();
});

test('a JPEG that was cut off is refused, with that as the reason', async () => {
  await choose('cut.jpg', shelf.subarray(0, Math.floor(shelf.length / 2)));
  await isRefused('پایان عکس «\u2068cut.jpg\u2069» نیست');
});

test('a PNG of 50,000 by 50,000 pixels is refused before it is decoded', async () => {
  const bomb = blackPng(50_000);
  expect(bomb.length).toBeLessThan(1_000_000);
  await choose('bomb.png', bomb);
  await isRefused(/«\u2068bomb\.png\u2069».*۲٬۵۰۰/);
});

/** A moving WebP (RIFF: VP8X, ANIM, ANMF) of so many frames, each the picture that a canvas gives. */
async function movingWebp(side: number, frames: number): Promise<Buffer> {
  const still = await page.evaluate(async (length) => {
    const canvas = new OffscreenCanvas(length, length);
    canvas.getContext('2d', { alpha: false })?.fillRect(0, 0, length, length);
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.5 });
    return [...new Uint8Array(await blob.arrayBuffer())];
  }, side);
  // A canvas gives its colour profile along, which a frame has no room for: the picture itself stands last.
  const whole = Buffer.from(still);
  const picture = whole.subarray(whole.indexOf('VP8 '));
  const size = Buffer.alloc(6);
  size.writeUIntLE(side - 1, 0, 3);
  size.writeUIntLE(side - 1, 3, 3);
  const moves = Buffer.concat([Buffer.from([2, 0, 0, 0]), size]);
  const frame = Buffer.concat([Buffer.alloc(6), size, Buffer.from([10, 0, 0, 0]), picture]);
  const parts = [riff('VP8X', moves), riff('ANIM', Buffer.alloc(6))];
  const all = Buffer.concat([
    ...parts,
    ...Array.from({ length: frames }, () => riff('ANMF', frame)),
  ]);
  return riff('RIFF', Buffer.concat([Buffer.from('WEBP'), all]));
}

function riff(name: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 0, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

test('a WebP of 10,000 moving pictures is kept as one that stands still', async () => {
  const moving = await movingWebp(64, 10_000);
  expect(moving.subarray(0, 200).includes('ANMF')).toBe(true);
  await choose('moving.webp', moving);
  const { width, height, bytes } = await kept();
  expect([width, height]).toEqual([64, 64]);
  expect(bytes.length).toBeLessThan(10_000);
  expect(bytes.includes('ANMF')).toBe(false);
  await takeOut();
});

test('colour profiles and chunks that nobody needs are left behind, however large they become', async () => {
  const [head, pixels] = [blackPng(64).subarray(0, 33), blackPng(64).subarray(33)];
  const bomb = deflateSync(Buffer.alloc(100_000_000));
  expect(bomb.length).toBeLessThan(150_000);
  const odd = [
    chunk('iCCP', Buffer.concat([Buffer.from('hostile\0\0'), bomb])),
    chunk('zTXt', Buffer.concat([Buffer.from('hostile\0\0'), bomb])),
    chunk('tEXt', Buffer.from('Comment\0<script>hostile</script>')),
    chunk('eXIf', Buffer.from('hostile, and no Exif')),
    chunk('juNK', Buffer.alloc(200_000, 'hostile')),
  ];
  await choose('odd.png', Buffer.concat([head, ...odd, pixels]));
  const png = await kept();
  expect([png.width, png.height]).toEqual([64, 64]);
  await takeOut();

  let profiled: Buffer = label;
  for (let part = 1; part <= 40; part += 1) {
    const name = Buffer.from('ICC_PROFILE\0', 'latin1');
    const profile = Buffer.concat([
      name,
      Buffer.from([part, 255]),
      Buffer.alloc(60_000, 'hostile'),
    ]);
    profiled = withSegment(profiled, 0xe2, profile);
  }
  await choose('profiled.jpg', profiled);
  const jpeg = await kept();
  expect([jpeg.width, jpeg.height]).toEqual([300, 200]);
  for (const { bytes } of [png, jpeg]) {
    for (const trace of ['hostile', 'iCCP', 'zTXt', 'tEXt']) {
      expect(bytes.includes(trace), trace).toBe(false);
    }
    expect(bytes.length).toBeLessThan(100_000);
  }
  await takeOut();
});

test('a drawing named .jpg is refused', async () => {
  await choose(
    'drawing.jpg',
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg"><script>document.title="x"</script></svg>',
    ),
  );
  await isRefused(unread);
});

test('a page behind the first bytes of a JPEG is refused', async () => {
  await choose(
    'half.jpg',
    Buffer.concat([shelf.subarray(0, 20), Buffer.from('<!doctype html><script>1</script>')]),
  );
  await isRefused(/half\.jpg/);
});

test('an empty file is refused', async () => {
  await choose('empty.jpg', Buffer.alloc(0));
  await isRefused(unread);
});

test('a file of 200 MB is refused without being read', async () => {
  const file = path.join(folder, 'large.jpg');
  writeFileSync(file, shelf);
  truncateSync(file, 200_000_000);
  await photos().locator('input[accept]').setInputFiles(file);
  await isRefused('عکس بزرگ است');
});
