import { useEffect, useRef, useState } from 'react';
import type { Failure } from '#shared/core/failure.ts';
import type { PhotoRef } from '#shared/forms/answers.ts';
import type { FieldOfKind } from '#shared/forms/field.ts';
import type { PhotoAccess } from '../form-aid.ts';
import { useFormAid } from '../form-aid.ts';
import { reducePhoto } from '../reduce-photo.ts';

interface AddPhotos {
  readonly addPhotos: (files: readonly File[]) => void;
  readonly isBusy: boolean;
}

/** Makes files small, keeps them, and adds those that are pictures to the answer; the first that is none is told of. */
export function useAddPhotos(
  field: FieldOfKind<'image'>,
  photos: readonly PhotoRef[],
  onPhotos: (photos: readonly PhotoRef[]) => void,
  onFailure: (failure: Failure | undefined) => void,
): AddPhotos {
  const { photos: access } = useFormAid();
  const [busyCount, setBusyCount] = useState(0);
  // A caption may be typed while a photo is still made small: what is added goes to the answer as it is then.
  const latest = useRef({ photos, onPhotos });
  useEffect(() => {
    latest.current = { photos, onPhotos };
  });

  async function add(files: readonly File[]): Promise<void> {
    onFailure(undefined);
    setBusyCount((count) => count + 1);
    for (const file of files) {
      const photo = await keepPhoto(file, field, access);
      if ('kind' in photo) onFailure(photo);
      else if (!latest.current.photos.some((each) => each.sha256 === photo.sha256)) {
        const next = [...latest.current.photos, photo];
        latest.current = { ...latest.current, photos: next };
        latest.current.onPhotos(next);
      }
    }
    setBusyCount((count) => count - 1);
  }
  return { addPhotos: (files) => void add(files), isBusy: busyCount > 0 };
}

async function keepPhoto(
  file: File,
  { longestSide, place }: FieldOfKind<'image'>,
  access: PhotoAccess,
): Promise<PhotoRef | Failure> {
  const reduced = await reducePhoto(file, {
    longestSide,
    keepsPlace: place === 'keep_if_consented' && access.mayKeepPlace(),
    keepsOriginal: access.keepsOriginals(),
  });
  if (!reduced.ok) return reduced.error;
  const { bytes, preview, original } = reduced.value;
  const kept = await access.keep(bytes);
  if (!kept.ok) return kept.error;
  // One whose preview or original finds no room is worth no less; that its original is not there is shown beside it.
  const small = preview && (await access.keep(preview, kept.value));
  const whole = original && (await access.keep(original));
  return {
    sha256: kept.value,
    ...(small?.ok === true ? { preview: small.value } : {}),
    ...(whole?.ok === true ? { original: whole.value } : {}),
    takenAt: access.moment(file.lastModified),
  };
}
