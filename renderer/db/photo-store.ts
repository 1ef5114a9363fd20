import type { Sha256 } from '#shared/core/ids.ts';
import { err, ok } from '#shared/core/result.ts';
import type { Desktop } from '#shared/desktop/contract.ts';
import type { PhotoNote } from '#shared/journal/journal-record.ts';
import { MAX_PHOTO_BYTES } from '#shared/sync/http-api.ts';
import type { ActIndex } from './act-index.ts';
import type { PhotoDropper } from './drop-photos.ts';
import type { JournalWriter } from './journal-writer.ts';
import { present } from './load-batch.ts';
import { photosToSend } from './named-photos.ts';
import type { PhotoRow } from './rows.ts';
import type { PhotoStore } from './stores.ts';

export function createPhotoStore(
  desktop: Desktop,
  writer: JournalWriter,
  index: Pick<ActIndex, 'read'>,
  dropper: Pick<PhotoDropper, 'inTurn'>,
  onWork: () => void,
): PhotoStore {
  return {
    async put({ record, mediaType, bytes, previewOf, ofDraft, hasPlace }) {
      if (!mediaType.startsWith('image/')) {
        return err({ kind: 'photo/not-an-image', name: mediaType });
      }
      if (bytes.length > MAX_PHOTO_BYTES) {
        return err({ kind: 'photo/too-large', bytes: bytes.length, limit: MAX_PHOTO_BYTES });
      }
      const sha256 = await hashOf(bytes);
      const photo: PhotoNote = {
        sha256,
        mediaType,
        bytes: bytes.length,
        record,
        ...(previewOf === undefined ? {} : { previewOf }),
        ...(ofDraft ? { ofDraft } : {}),
        ...(hasPlace ? { hasPlace } : {}),
      };
      return dropper.inTurn(async () => {
        const kept = await desktop.call('photo.put', { sha256, bytes });
        if (!kept.ok) return kept;
        const noted = await writer.act(async () =>
          ok({ frames: [[{ is: 'photo', photo }]], answer: sha256 }),
        );
        if (noted.ok) onWork();
        return noted;
      });
    },
    get: (sha256) => desktop.call('photo.get', { sha256 }),
    async listUnsent() {
      const rows = await index.read(async (db) =>
        photosToSend(db, await db.photos.where('sent').equals(0).toArray()),
      );
      return rows.map(noteOf);
    },
    async kept(hashes) {
      const rows = await index.read((db) => db.photos.bulkGet([...hashes]));
      return present(rows).map((row) => ({ ...noteOf(row), isSent: row.sent === 1 }));
    },
    async missing(hashes) {
      const rows = present(await index.read((db) => db.photos.bulkGet([...hashes])));
      const gone: Sha256[] = [];
      for (const { sha256, sent } of rows) {
        if (sent === 0 && !(await desktop.call('photo.get', { sha256 })).ok) gone.push(sha256);
      }
      return gone;
    },
  };
}

/** The note a row was made from. */
export function noteOf({ sent: _sent, receipt: _receipt, ...note }: PhotoRow): PhotoNote {
  return note;
}

// The browser's own SHA-256 works beside the page; a photo of 10 MB would hold typing up for half a second here.
async function hashOf(bytes: Uint8Array): Promise<Sha256> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
  return digest.reduce((hex, byte) => hex + byte.toString(16).padStart(2, '0'), '') as Sha256;
}
