import { toInstant } from '#shared/core/instant.ts';
import type { RecordId } from '#shared/core/ids.ts';
import type { PhotoAccess } from '../forms/form-aid.ts';
import type { AppServices } from './services.ts';

/** Where the photos of a record are kept. */
export function photoAccess(
  { store, ambient }: Pick<AppServices, 'store' | 'ambient'>,
  record: RecordId,
  mayKeepPlace: () => boolean = () => false,
): PhotoAccess {
  return {
    keep: (bytes, previewOf) =>
      store.photos.put({ record, mediaType: 'image/jpeg', bytes, previewOf }),
    read: (sha256) => store.photos.get(sha256),
    mayKeepPlace,
    moment: (ms) => toInstant(ms, ambient.offsetMinutes(ms)),
  };
}
