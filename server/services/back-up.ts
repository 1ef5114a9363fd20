import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Database, Tx } from '../store/database.ts';
import type { DumpedTable } from '../store/dump-store.ts';
import { dumpRows, dumpedTables, onSnapshot } from '../store/dump-store.ts';
import { newestMigration } from '../store/migrate.ts';
import type { PhotoFiles } from '../store/photo-store.ts';
import { listPhotos } from '../store/photo-store.ts';
import type { BackupContents } from './backup-format.ts';
import { BACKUP_VERSION } from './backup-format.ts';

/** What a back-up is made from. */
export interface BackupDeps {
  readonly db: Database;
  readonly photos: PhotoFiles;
  readonly nowMs: () => number;
}

/** What was backed up; photos whose file the server has lost are counted apart. */
export interface BackupReport extends BackupContents {
  readonly lostPhotos: number;
}

/**
 * Writes everything the server keeps, as of one moment, into one file, readable by its owner alone: it holds personal
 * data and password hashes. The file appears under its name only when it is whole.
 */
export async function backUp(deps: BackupDeps, file: string): Promise<BackupReport> {
  const unfinished = `${file}.unfinished`;
  const rows: Partial<Record<DumpedTable, number>> = {};
  const report = { rows, photos: 0, lostPhotos: 0 };
  try {
    await onSnapshot(deps.db, async (tx) =>
      pipeline(
        Readable.from(lines(deps, tx, report)),
        createGzip(),
        createWriteStream(unfinished, { mode: 0o600, flush: true }),
      ),
    );
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  return report;
}

interface Tally {
  readonly rows: Partial<Record<DumpedTable, number>>;
  photos: number;
  lostPhotos: number;
}

async function* lines(deps: BackupDeps, tx: Tx, tally: Tally): AsyncGenerator<string> {
  const migration = await newestMigration(tx);
  const madeMs = deps.nowMs();
  yield line({ format: 'bazarnegar-backup', version: BACKUP_VERSION, migration, madeMs });
  for (const table of dumpedTables) {
    for await (const rows of dumpRows(tx, table)) {
      tally.rows[table] = (tally.rows[table] ?? 0) + rows.length;
      yield `{"table":"${table}","rows":[${rows.join(',')}]}\n`;
    }
  }
  yield* photoLines(deps, tx, tally);
  yield line({ end: { rows: tally.rows, photos: tally.photos } });
}

async function* photoLines(deps: BackupDeps, tx: Tx, tally: Tally): AsyncGenerator<string> {
  for await (const { project, sha256: photo } of listPhotos(tx)) {
    const read = await deps.photos.find(project, photo);
    if (read === undefined) {
      tally.lostPhotos += 1;
      continue;
    }
    for await (const chunk of read() as AsyncIterable<Buffer>) {
      yield line({ photo, project, part: chunk.toString('base64'), last: false });
    }
    yield line({ photo, project, part: '', last: true });
    tally.photos += 1;
  }
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
