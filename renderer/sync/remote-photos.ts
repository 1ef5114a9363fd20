import { sha256Hex } from '#shared/core/hash.ts';
import { err } from '#shared/core/result.ts';
import type { Desktop } from '#shared/desktop/contract.ts';
import type { PhotoStore } from '../db/stores.ts';
import { createHttpTransport } from './http-transport.ts';

/** Photos of this laptop, and those of others, fetched from the server when someone looks and kept from then on. */
export function withRemotePhotos(photos: PhotoStore, desktop: Desktop): PhotoStore {
  const transport = createHttpTransport(desktop);
  return {
    ...photos,
    async get(sha256) {
      const kept = await photos.get(sha256);
      if (kept.ok || kept.error.kind !== 'photo/missing') return kept;
      const fetched = await transport.getPhoto(sha256);
      if (!fetched.ok) return fetched;
      if (sha256Hex(fetched.value) !== sha256) return err({ kind: 'network/not-our-server' });
      // A disk too full to keep it is no reason not to show it.
      await desktop.call('photo.put', { sha256, bytes: fetched.value });
      return fetched;
    },
  };
}
