import { readPhotoHeader } from './photo-header.ts';
import type { PhotoRequest, PhotoReply } from './photo-messages.ts';
import { MAX_MEGAPIXELS } from './photo-messages.ts';

// Redrawing leaves everything the camera wrote into the file behind: place, device, thumbnails.
async function reduce({ file, longestSide }: PhotoRequest): Promise<PhotoReply> {
  const header = readPhotoHeader(new Uint8Array(await file.arrayBuffer()));
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
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d', { alpha: false });
  if (!pen) return { kind: 'not-an-image' };
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, 0, 0, width, height);
  picture.close();
  const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.82 });
  return { kind: 'reduced', bytes: new Uint8Array(await jpeg.arrayBuffer()) };
}

globalThis.addEventListener('message', (event: MessageEvent<PhotoRequest>) => {
  void reduce(event.data).then((reply) => {
    globalThis.postMessage(
      reply,
      reply.kind === 'reduced' ? { transfer: [reply.bytes.buffer] } : {},
    );
  });
});
