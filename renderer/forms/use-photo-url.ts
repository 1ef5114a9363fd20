import { useEffect, useState } from 'react';
import type { Failure } from '#shared/core/failure.ts';
import type { Sha256 } from '#shared/core/ids.ts';
import type { PhotoAccess } from './form-aid.ts';
import { shownPhoto } from './shown-photo.ts';

/** The picture of a photo on its way to the screen. */
export type PhotoPicture =
  | { readonly status: 'reading' }
  | { readonly status: 'shown'; readonly url: string }
  | { readonly status: 'failed'; readonly failure: Failure };

/** Reads a photo, from this laptop or from the server, and gives its picture an address as long as it is looked at. */
export function usePhotoUrl(read: PhotoAccess['read'], sha256: Sha256): PhotoPicture {
  const [picture, setPicture] = useState<PhotoPicture>({ status: 'reading' });
  useEffect(() => {
    let made: string | undefined;
    let isGone = false;
    async function show(): Promise<void> {
      setPicture({ status: 'reading' });
      const kept = await read(sha256);
      if (isGone) return;
      const photo = kept.ok ? shownPhoto(kept.value, sha256.slice(0, 8)) : kept;
      if (!photo.ok) {
        setPicture({ status: 'failed', failure: photo.error });
        return;
      }
      made = URL.createObjectURL(new Blob([photo.value], { type: 'image/jpeg' }));
      setPicture({ status: 'shown', url: made });
    }
    void show();
    return () => {
      isGone = true;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [read, sha256]);
  return picture;
}
