import type { FailureOf } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import { readPhotoHeader } from './photo-header.ts';

/** Most million pixels of a photo that is shown: decoded they are 240 MB. What the app makes itself has far fewer. */
const MAX_SHOWN_MEGAPIXELS = 60;

/**
 * A photo that may be given to the browser to show: by its own first bytes a JPEG, PNG or WebP of a bearable size. It may have
 * come with a stick or from the server, made by nobody's hand but an attacker's. `name` is what it is called in the refusal.
 */
export function shownPhoto(
  bytes: Uint8Array,
  name: string,
): Result<Uint8Array<ArrayBuffer>, FailureOf<'photo/not-an-image' | 'photo/too-many-pixels'>> {
  const own = Uint8Array.from(bytes);
  const header = readPhotoHeader(own);
  if (header.kind !== 'picture') return err({ kind: 'photo/not-an-image', name });
  const megapixels = Math.ceil((header.width * header.height) / 1_000_000);
  return megapixels > MAX_SHOWN_MEGAPIXELS
    ? err({ kind: 'photo/too-many-pixels', name, megapixels, limit: MAX_SHOWN_MEGAPIXELS })
    : ok(own);
}
