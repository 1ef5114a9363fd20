import type { ParseArgsOptionsConfig } from 'node:util';
import type { Result } from '#shared/core/result.ts';
import type { ProjectId } from '#shared/core/ids.ts';
import type { Config } from '../config.ts';
import { migrations } from '../migrations/all-migrations.ts';
import { openConfigured } from '../open-server.ts';
import { migrate } from '../store/migrate.ts';
import { listProjects } from '../store/project-store.ts';
import type { Database } from '../store/database.ts';

/** What the command line gives to a command. */
export interface Invocation {
  readonly config: Config;
  readonly positionals: readonly string[];
  readonly option: (name: string) => string | undefined;
  readonly flag: (name: string) => boolean;
  readonly nowMs: () => number;
  /** The first line of standard input. */
  readonly readLine: () => Promise<string>;
}

/** What a command answers: what to print, or one sentence that says what is wrong. */
export type Outcome = Result<string, string>;

/** One command of the command line. */
export interface Command {
  readonly usage: string;
  readonly summary: string;
  readonly positionals: number;
  readonly options: ParseArgsOptionsConfig;
  readonly run: (invocation: Invocation) => Promise<Outcome>;
}

/** Runs `work` on the configured database with the newest schema, and closes it. */
export async function withDatabase<T>(
  config: Config,
  work: (db: Database) => Promise<T>,
): Promise<T> {
  const database = await openConfigured(config);
  try {
    await migrate(database.db, migrations);
    return await work(database.db);
  } finally {
    await database.close();
  }
}

/** The project that is meant: the one named, or the only one there is. */
async function chooseProject(
  db: Database,
  named: string | undefined,
): Promise<Result<ProjectId, string>> {
  const projects = await listProjects(db);
  const chosen =
    named === undefined ? projects : projects.filter(({ project }) => project === named);
  const [only, another] = chosen;
  if (only !== undefined && another === undefined) return { ok: true, value: only.project };
  const codes = projects.map(({ project }) => project).join(', ');
  if (projects.length === 0) return { ok: false, error: 'there is no project yet: create-admin' };
  return named === undefined
    ? { ok: false, error: `name one of the projects with --project: ${codes}` }
    : { ok: false, error: `there is no project ${named}; there are: ${codes}` };
}

/** Runs `work` on the configured database and the project that is meant. */
export async function withProject(
  { config, option }: Pick<Invocation, 'config' | 'option'>,
  work: (db: Database, project: ProjectId) => Promise<Outcome>,
): Promise<Outcome> {
  return withDatabase(config, async (db) => {
    const project = await chooseProject(db, option('project'));
    return project.ok ? work(db, project.value) : project;
  });
}
