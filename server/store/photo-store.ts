import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ProjectId, Sha256 } from '#shared/core/ids.ts';
import type { Db } from './database.ts';
import { syncPlace } from './sync-place.ts';

/** What the server knows of a photo it has. */
export interface StoredPhoto {
  readonly sha256: Sha256;
  readonly bytes: number;
  readonly mediaType: string;
}

/** Notes that a project has a photo. */
export async function addPhoto(
  db: Db,
  project: ProjectId,
  account: string,
  photo: StoredPhoto,
): Promise<void> {
  await db
    .insertInto('photo')
    .values({
      project,
      account,
      sha256: photo.sha256,
      bytes: photo.bytes,
      media_type: photo.mediaType,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What is known of a project's photo; undefined where the project has none of that hash. */
export async function findPhoto(
  db: Db,
  project: ProjectId,
  sha256: Sha256,
): Promise<StoredPhoto | undefined> {
  const row = await db
    .selectFrom('photo')
    .select(['sha256', 'bytes', 'media_type'])
    .where('project', '=', project)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row && { sha256: row.sha256, bytes: row.bytes, mediaType: row.media_type };
}

/** All photos that are noted, a page at a time. */
export async function* listPhotos(
  db: Db,
): AsyncGenerator<{ readonly project: ProjectId; readonly sha256: Sha256 }> {
  const size = 500;
  for (let offset = 0, full = true; full; offset += size) {
    const rows = await db
      .selectFrom('photo')
      .select(['project', 'sha256'])
      .orderBy('project')
      .orderBy('sha256')
      .limit(size)
      .offset(offset)
      .execute();
    yield* rows;
    full = rows.length === size;
  }
}

/** A photo that has arrived whole and lies under a temporary name. */
export interface ArrivedPhoto {
  readonly sha256: Sha256;
  readonly bytes: number;
  readonly firstBytes: Buffer;
  /** Puts it under its hash, durably. */
  keep(project: ProjectId): Promise<void>;
  discard(): Promise<void>;
}

/** The photo files of a data folder: a file per photo, under its project and its hash. */
export interface PhotoFiles {
  /** Where photos lie that have come in part. */
  readonly uploadFolder: string;
  /** Takes the bytes in, flushed to the disk; throws what the stream throws and leaves nothing behind. */
  receive(bytes: Readable | AsyncIterable<Uint8Array>): Promise<ArrivedPhoto>;
  /** How to read a photo; undefined where its file is not there. */
  find(project: ProjectId, sha256: Sha256): Promise<(() => Readable) | undefined>;
}

/**
 * Opens the photo files of a data folder, which several processes may share; what nobody has written to for a day was left
 * behind by one that ended, and is cleared away.
 */
export async function openPhotoFiles(dataFolder: string): Promise<PhotoFiles> {
  const root = path.join(dataFolder, 'photos');
  const incoming = path.join(root, '.incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  await clearAbandoned(incoming);
  const uploadFolder = path.join(root, '.uploads');
  await mkdir(uploadFolder, { recursive: true, mode: 0o700 });

  function placeOf(project: ProjectId, sha256: Sha256): string {
    return path.join(root, project, sha256.slice(0, 2), sha256);
  }

  return {
    uploadFolder,
    receive: async (bytes) => {
      const file = path.join(incoming, randomUUID());
      try {
        const arrived = await writeWhole(file, bytes);
        return {
          ...arrived,
          discard: async () => rm(file, { force: true }),
          keep: async (project) => putInPlace(file, placeOf(project, arrived.sha256)),
        };
      } catch (error) {
        await rm(file, { force: true });
        throw error;
      }
    },
    find: async (project, sha256) => {
      const place = placeOf(project, sha256);
      return (await isFile(place)) ? () => createReadStream(place) : undefined;
    },
  };
}

// Longer than any request may take.
const ABANDONED_MS = 24 * 60 * 60 * 1000;

async function clearAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    // Another process may be done with it meanwhile.
    const found = await stat(file).catch(() => undefined);
    if (found && found.mtimeMs < Date.now() - ABANDONED_MS) await rm(file, { force: true });
  }
}

async function isFile(place: string): Promise<boolean> {
  const found = await stat(place).catch(() => undefined);
  return found?.isFile() ?? false;
}

async function writeWhole(
  file: string,
  bytes: Readable | AsyncIterable<Uint8Array>,
): Promise<Pick<ArrivedPhoto, 'sha256' | 'bytes' | 'firstBytes'>> {
  const hash = createHash('sha256');
  let count = 0;
  let firstBytes = Buffer.alloc(0);
  await pipeline(
    bytes,
    async function* measure(chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        count += chunk.length;
        if (firstBytes.length < 16) firstBytes = Buffer.concat([firstBytes, chunk.subarray(0, 16)]);
        yield chunk;
      }
    },
    createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }),
  );
  return { sha256: hash.digest('hex') as Sha256, bytes: count, firstBytes };
}

async function putInPlace(file: string, place: string): Promise<void> {
  const folder = path.dirname(place);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await rename(file, place);
  // The name must be as durable as the bytes, and so must the folders it stands in.
  for (const parent of [folder, path.dirname(folder), path.dirname(path.dirname(folder))]) {
    await syncPlace(parent);
  }
}
