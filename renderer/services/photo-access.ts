import { toInstant } from '#shared/core/instant.ts';
import type { RecordId } from '#shared/core/ids.ts';
import type { Answers } from '#shared/forms/answers.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import type { Registers } from '../forms/registers.ts';
import type { PhotoAccess } from '../forms/form-aid.ts';
import { readPlace } from '../forms/photo-place.ts';
import type { AppServices } from './services.ts';

/** What is not asked of a photo that belongs to no visit. */
export const plainPhotos: Pick<PhotoAccess, 'mayKeepPlace' | 'keepsOriginals'> = {
  mayKeepPlace: () => false,
  keepsOriginals: () => false,
};

/** Whether the round of a visit asks for the originals of photos. */
export function roundKeepsOriginals(registers: Registers, visit: Answers): boolean {
  const round = textAnswer(visit['round_id']);
  return round !== undefined && registers.item('round', round)?.['keeps_originals'] === 'yes';
}

/** Where the photos of a record are kept. */
export function photoAccess(
  { store, ambient }: Pick<AppServices, 'store' | 'ambient'>,
  record: RecordId,
  { mayKeepPlace, keepsOriginals }: Pick<PhotoAccess, 'mayKeepPlace' | 'keepsOriginals'>,
): PhotoAccess {
  return {
    keep: (bytes, previewOf) =>
      store.photos.put({
        record,
        mediaType: 'image/jpeg',
        bytes,
        previewOf,
        ofDraft: true,
        hasPlace: readPlace(bytes) ? true : undefined,
      }),
    read: (sha256) => store.photos.get(sha256),
    mayKeepPlace,
    keepsOriginals,
    moment: (ms) => toInstant(ms, ambient.offsetMinutes(ms)),
  };
}
