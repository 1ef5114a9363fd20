import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import type { Failure } from '#shared/core/failure.ts';
import type { Sha256 } from '#shared/core/ids.ts';
import { sha256Schema } from '#shared/core/ids.ts';
import { MAX_PHOTO_BYTES, PHOTO_UPLOADS } from '#shared/sync/http-api.ts';
import type { Account } from '../store/account-store.ts';
import type { PhotoDeps } from './keep-photo.ts';
import { keepPhoto } from './keep-photo.ts';

/** Photos that come in pieces, by the tus protocol: a broken transfer goes on where it broke. */
export interface PhotoUploads {
  /** Answers one request of the protocol; the last piece puts the photo under its hash, or is refused as `refusal` says. */
  handle(account: Account, request: Request): Promise<Response>;
  /** Throws away what nobody went on with for a week. */
  clearAbandoned(): Promise<number>;
}

/** Makes the error that an upload is refused with. */
type Refusal = (failure: Failure) => Error & { status_code: number; body: string };

/** Who sends, and the upload that this request was the end of. */
interface Sender {
  readonly account: Account;
  finished?: string;
}

const ABANDONED_MS = 7 * 24 * 60 * 60 * 1000;

/** The uploads of a data folder; each is known by its project and the hash its photo will have. */
export function createPhotoUploads(deps: PhotoDeps, refusal: Refusal): PhotoUploads {
  const asked = new WeakMap<object, Sender>();

  function askedBy(request: object) {
    const known = asked.get(request);
    if (!known) throw new Error('an upload without a sender');
    return known;
  }

  function idOf(request: object, sha256: string | null | undefined): string {
    const parsed = sha256Schema.safeParse(sha256);
    if (!parsed.success) throw refusal({ kind: 'server/bad-request', detail: 'no hash' });
    return `${askedBy(request).account.project}.${parsed.data}`;
  }

  function open() {
    const store = new FileStore({
      directory: deps.photos.uploadFolder,
      expirationPeriodInMilliseconds: ABANDONED_MS,
    });
    const tus = new Server({
      path: PHOTO_UPLOADS,
      datastore: store,
      maxSize: MAX_PHOTO_BYTES,
      // The app is of this server's own origin; nobody else may ask.
      allowedOrigins: () => false,
      namingFunction: (request, metadata) => idOf(request, metadata?.['sha256']),
      generateUrl: (_request, { path, id }) => `${path}/${hashOf(id)}`,
      getFileIdFromRequest: (request, lastPath) => idOf(request, lastPath),
      onUploadFinish: async (request, { id }) => {
        const sender = askedBy(request);
        sender.finished = id;
        const kept = await keepPhoto(deps, sender.account, hashOf(id), store.read(id));
        if (!kept.ok) throw refusal(kept.error);
        return {};
      },
      onResponseError: (_request, error) => {
        if ('status_code' in error && error.status_code === 413) {
          return refusal({ kind: 'server/too-large' });
        }
        return undefined;
      },
    });
    return { store, tus };
  }
  // Not before the first upload: the store looks after its folder in a callback that nobody could catch an error of.
  let opened: ReturnType<typeof open> | undefined;

  return {
    handle: async (account, request) => {
      const sender: Sender = { account };
      asked.set(request, sender);
      const { store, tus } = (opened ??= open());
      const response = await tus.handleWeb(request);
      // Not before: the library looks at a finished upload once more, to say when it would have expired.
      if (sender.finished !== undefined) await store.remove(sender.finished);
      return response;
    },
    clearAbandoned: async () => (opened ??= open()).tus.cleanUpExpiredUploads(),
  };
}

function hashOf(id: string): Sha256 {
  return sha256Schema.parse(id.slice(id.lastIndexOf('.') + 1));
}
