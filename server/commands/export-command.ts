import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import manifestOfApp from '../../package.json' with { type: 'json' };
import { err, ok } from '#shared/core/result.ts';
import { languages } from '#shared/core/language.ts';
import type { ProjectId } from '#shared/core/ids.ts';
import { noteAudit } from '../services/audit.ts';
import { countEntries } from '../services/export-entries.ts';
import { exportTables } from '../services/export-tables.ts';
import type { Database } from '../store/database.ts';
import type { Command, Invocation, Outcome } from './command.ts';
import { withProject } from './command.ts';

/** Entries or tables of a project into a file. */
export const exportProject: Command = {
  usage:
    'export FILE [--tables] [--project CODE] [--language fa|en|ar|ckb|prs|ps] [--all] [--with-consented-names]',
  summary:
    'write all entries as JSON lines; with --tables a zip of CSV, XLSX and codebook of approved records',
  positionals: 1,
  options: {
    project: { type: 'string' },
    tables: { type: 'boolean' },
    language: { type: 'string' },
    all: { type: 'boolean' },
    'with-consented-names': { type: 'boolean' },
  },
  run: async (invocation) =>
    withProject(invocation, async (db, project) => {
      return invocation.flag('tables')
        ? writeTables(invocation, db, project)
        : writeEntries(invocation, db, project);
    }),
};

async function writeEntries(
  { positionals: [file = ''], nowMs }: Invocation,
  db: Database,
  project: ProjectId,
): Promise<Outcome> {
  const { lines, count } = countEntries(db, project);
  await writeWhole(file, lines);
  const event = { action: 'export', by: null, detail: { entries: count() } } as const;
  await noteAudit({ db, nowMs }, project, event);
  return ok(`Exported ${count()} entries of ${project} to ${file}.`);
}

async function writeTables(
  invocation: Invocation,
  db: Database,
  project: ProjectId,
): Promise<Outcome> {
  const [file = ''] = invocation.positionals;
  const language = languages.find((known) => known === (invocation.option('language') ?? 'fa'));
  if (language === undefined) return err(`--language must be one of ${languages.join(', ')}`);
  const { bytes, manifest } = await exportTables(db, {
    appVersion: manifestOfApp.version,
    project,
    language,
    withAllReviews: invocation.flag('all'),
    withPersonal: invocation.flag('with-consented-names'),
    nowMs: invocation.nowMs(),
  });
  await writeWhole(file, bytes);
  const written = manifest();
  if (written === undefined) {
    await rm(file, { force: true });
    return err('records changed while they were read: try again');
  }
  const withPersonal = invocation.flag('with-consented-names');
  const event = { action: 'export', by: null, detail: { withPersonal } } as const;
  await noteAudit({ db, nowMs: invocation.nowMs }, project, event);
  const counts = Object.entries(written.forms).map(([form, { records }]) => `${form} ${records}`);
  return ok(`Exported to ${file}: ${counts.join(', ')}.`);
}

/** Writes a file that appears under its name only when it is whole, readable by its owner alone. */
async function writeWhole(
  file: string,
  content: AsyncIterable<string | Uint8Array>,
): Promise<void> {
  const unfinished = `${file}.unfinished`;
  try {
    const out = createWriteStream(unfinished, { mode: 0o600, flush: true });
    await pipeline(Readable.from(content), out);
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
