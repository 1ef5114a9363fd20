import { Readable } from 'node:stream';
import type { ProjectId, Sha256 } from '#shared/core/ids.ts';
import type { PhotoFiles } from '../store/photo-store.ts';

/** A piece of a photo in a back-up. */
export interface PhotoPart {
  readonly photo: Sha256;
  readonly project: ProjectId;
  readonly part: string;
  readonly last: boolean;
}

/** Puts the photos of a back-up together, piece by piece; throws where a photo is not that of its hash. */
export function receivePhotoParts(photos: PhotoFiles): {
  take(part: PhotoPart): Promise<void>;
  count(): number;
} {
  let parts: Buffer[] = [];
  let count = 0;
  return {
    count: () => count,
    take: async ({ photo, project, part, last }) => {
      parts.push(Buffer.from(part, 'base64'));
      if (!last) return;
      const arrived = await photos.receive(Readable.from(parts));
      parts = [];
      if (arrived.sha256 !== photo) {
        await arrived.discard();
        throw new SyntaxError(`the photo ${photo} is damaged`);
      }
      await arrived.keep(project);
      count += 1;
    },
  };
}
