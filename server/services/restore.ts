import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { canonicalJson } from '#shared/core/json.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { Database, Tx } from '../store/database.ts';
import { beginEpoch, loadRows, rebuildRecords } from '../store/dump-store.ts';
import type { Migration } from '../store/migrate.ts';
import { migrate, newestMigration } from '../store/migrate.ts';
import type { PhotoFiles } from '../store/photo-store.ts';
import { listProjects } from '../store/project-store.ts';
import { inTransaction } from '../store/transaction.ts';
import type { BackupContents } from './backup-format.ts';
import { BACKUP_VERSION, headSchema, lineSchema } from './backup-format.ts';
import { readLines } from './read-lines.ts';
import { receivePhotoParts } from './restore-photos.ts';

/** What a back-up is restored into. */
export interface RestoreDeps {
  readonly db: Database;
  readonly photos: PhotoFiles;
  readonly migrations: readonly Migration[];
}

/**
 * Restores a back-up into an empty database, whole or not at all, and begins a new epoch, so that laptops send again
 * what was lost since the back-up was made. The error is a sentence for the administrator.
 */
export async function restore(
  deps: RestoreDeps,
  file: string,
): Promise<Result<BackupContents, string>> {
  const head = await readHead(file);
  if (!head.ok) return head;
  const { migration } = head.value;
  if (!deps.migrations.some(({ name }) => name === migration)) {
    return err('the back-up was made by a newer version of Bazarnegar: update this one first');
  }
  const present = await newestMigration(deps.db);
  if (present !== undefined && present !== migration) {
    return err('the database has another schema than the back-up: restore into one that is new');
  }
  await migrate(deps.db, deps.migrations, migration);
  if ((await listProjects(deps.db)).length > 0) {
    return err('the database is not empty: a back-up is restored into a new one only');
  }
  try {
    const contents = await inTransaction(deps.db, async (tx) => load(deps, tx, file));
    await migrate(deps.db, deps.migrations);
    return ok(contents);
  } catch (error) {
    if (isDamage(error)) return err('the back-up is damaged or cut: nothing was restored');
    throw error;
  }
}

function isDamage(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return error instanceof SyntaxError || error instanceof z.ZodError || code.startsWith('Z_');
}

async function readHead(file: string): Promise<Result<{ readonly migration: string }, string>> {
  const wrong = err(`${file} is not a back-up of Bazarnegar, or it is damaged`);
  try {
    for await (const line of linesOf(file)) {
      const head = headSchema.safeParse(JSON.parse(line));
      if (!head.success) return wrong;
      if (head.data.version > BACKUP_VERSION) {
        return err('the back-up was made by a newer version of Bazarnegar: update this one first');
      }
      return ok(head.data);
    }
    return wrong;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return err(`there is no file ${file}`);
    }
    return wrong;
  }
}

async function load(deps: RestoreDeps, tx: Tx, file: string): Promise<BackupContents> {
  const photos = receivePhotoParts(deps.photos);
  const rows: Record<string, number> = {};
  let end: BackupContents | undefined;
  let isFirst = true;
  for await (const text of linesOf(file)) {
    if (isFirst) {
      isFirst = false;
      continue;
    }
    const line = lineSchema.parse(JSON.parse(text));
    if ('table' in line) {
      rows[line.table] = (rows[line.table] ?? 0) + line.rows.length;
      await loadRows(tx, line.table, JSON.stringify(line.rows));
    } else if ('photo' in line) {
      await photos.take(line);
    } else {
      end = line.end;
    }
  }
  const isWhole = canonicalJson(end ?? null) === canonicalJson({ rows, photos: photos.count() });
  if (end === undefined || !isWhole) throw new SyntaxError('the last line is missing');
  await rebuildRecords(tx);
  await beginEpoch(tx, randomUUID());
  return end;
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const unzipped = createGunzip();
  const flow = pipeline(source, unzipped);
  // Heard at once: what goes wrong in it comes out of the reading below as well.
  flow.catch(() => undefined);
  try {
    yield* readLines(unzipped);
    await flow;
  } finally {
    source.destroy();
  }
}
