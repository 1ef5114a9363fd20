import { readPhotoHeader } from './photo-header.ts';
import type { BareRequest, PhotoRequest, PhotoReply } from './photo-messages.ts';
import type { PhotoPlace } from './photo-place.ts';
import { MAX_MEGAPIXELS } from './photo-messages.ts';
import { bareJpeg, withoutPlace } from './photo-original.ts';
import { readOrientation, readPlace, withNotes } from './photo-place.ts';

// Enough to tell what was photographed, and a tenth of the bytes or less.
const PREVIEW_SIDE = 320;

// Redrawing leaves everything the camera wrote into the file behind: place, device, thumbnails.
async function reduce(request: PhotoRequest): Promise<PhotoReply> {
  const { file, longestSide, keepsPlace, keepsOriginal } = request;
  const taken = new Uint8Array(await file.arrayBuffer());
  const header = readPhotoHeader(taken);
  if (header.kind === 'unknown') return { kind: 'not-an-image' };
  if (header.kind === 'cut-off') return { kind: 'cut-off' };
  const megapixels = Math.ceil((header.width * header.height) / 1_000_000);
  if (megapixels > MAX_MEGAPIXELS) return { kind: 'too-many-pixels', megapixels };
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return { kind: 'not-an-image' };
  }
  const drawn = await draw(picture, longestSide, 0.82);
  const place = keepsPlace ? readPlace(taken) : undefined;
  const bytes = drawn && withNotes(drawn, { place });
  const isLarge = Math.max(picture.width, picture.height) > PREVIEW_SIDE;
  const preview = bytes && isLarge ? await draw(picture, PREVIEW_SIDE, 0.6) : null;
  const original = bytes && keepsOriginal ? await originalOf(taken, picture, place) : null;
  picture.close();
  if (bytes === undefined) return { kind: 'not-an-image' };
  return { kind: 'reduced', bytes, preview: preview ?? null, original: original ?? null };
}

/** A JPEG keeps its own compressed picture; of any other kind a JPEG is drawn that hardly differs. */
async function originalOf(
  taken: Uint8Array<ArrayBuffer>,
  picture: ImageBitmap,
  place: PhotoPlace | undefined,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const bare = bareJpeg(taken);
  if (bare) return withNotes(bare, { place, orientation: readOrientation(taken) });
  try {
    const drawn = await draw(picture, Math.max(picture.width, picture.height), 0.95);
    return drawn && withNotes(drawn, { place });
  } catch {
    // A canvas of that size is refused.
    return undefined;
  }
}

async function draw(
  picture: ImageBitmap,
  longestSide: number,
  quality: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d', { alpha: false });
  if (!pen) return undefined;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, 0, 0, width, height);
  const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality });
  return new Uint8Array(await jpeg.arrayBuffer());
}

async function answer(request: PhotoRequest | BareRequest): Promise<PhotoReply> {
  if (!('placed' in request)) return reduce(request);
  const bytes = withoutPlace(Uint8Array.from(request.placed));
  return bytes ? { kind: 'bare', bytes } : { kind: 'not-an-image' };
}

globalThis.addEventListener('message', (event: MessageEvent<PhotoRequest | BareRequest>) => {
  void answer(event.data).then((reply) => {
    globalThis.postMessage(
      reply,
      reply.kind === 'reduced'
        ? { transfer: [reply.bytes.buffer, ...(reply.original ? [reply.original.buffer] : [])] }
        : {},
    );
  });
});
