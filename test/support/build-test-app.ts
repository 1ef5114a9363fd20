import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import type { PersonId, ProjectId } from '#shared/core/ids.ts';
import type { Entry } from '#shared/records/entry.ts';
import type { Receipt } from '#shared/records/receipt.ts';
import type { Role } from '#shared/records/role.ts';
import type { PullResponse, PushResponse } from '#shared/sync/http-api.ts';
import { COVERED_HEADER, pushResponseSchema } from '#shared/sync/http-api.ts';
import { buildApp } from '../../server/app.ts';
import type { AppDeps } from '../../server/app.ts';
import { createMetrics } from '../../server/plugins/metrics.ts';
import { checkAnswers } from '../../server/services/check-answers.ts';
import { addAccountTo } from '../../server/services/create-account.ts';
import { createPasswords } from '../../server/services/passwords.ts';
import { figureSources } from '../../server/services/server-figures.ts';
import { signIn } from '../../server/services/sessions.ts';
import { makeKeyPair } from '../../server/services/sign-receipts.ts';
import { moveToTeam } from '../../server/services/teams.ts';
import { addServerKey } from '../../server/store/issuer-store.ts';
import { addProject } from '../../server/store/project-store.ts';
import { openPhotoFiles } from '../../server/store/photo-store.ts';
import type { OpenDatabase } from '../../server/store/sql.ts';
import { isPassing } from '../../server/store/sql.ts';
import type { TestDatabaseKind } from './open-test-database.ts';
import { pageOf, segmentOf } from './segments.ts';

/** The server's app on a database of its own, with a clock that stands until a test moves it. */
export interface TestServer {
  readonly app: FastifyInstance;
  readonly deps: AppDeps;
  readonly clock: { ms: number };
  /** Where its photos lie. */
  readonly folder: string;
  /** An empty project: tests that share a server share nothing else. */
  newProject(): Promise<TestProject>;
  /** Signs in someone whose account is there already. */
  signIn(name: string, project: ProjectId, password?: string): Promise<TestPerson>;
  close(): Promise<void>;
}

/** A project and a way to have people in it. */
export interface TestProject {
  readonly project: ProjectId;
  addPerson(person: string, role: Role, team?: string): Promise<TestPerson>;
}

/** Someone signed in. */
export interface TestPerson {
  readonly person: PersonId;
  readonly name: string;
  readonly cookie: string;
  inject(options: InjectOptions): Promise<LightMyRequestResponse>;
  /** `coveredBy`: a receipt they once had. */
  push(entries: readonly Entry[], coveredBy?: Receipt | null): Promise<PushResponse>;
  pull(after?: number, query?: string): Promise<PullResponse>;
  /** A push in version 1, which can carry what is no entry. */
  pushJson(
    entries: readonly unknown[],
    changes?: Readonly<Record<string, unknown>>,
  ): Promise<PushResponse>;
}

/** The password of every account of the tests. */
export const testPassword = 'ten characters';

/** Opens a server on a kind of database. */
export async function buildTestServer(
  kind: TestDatabaseKind,
  config: Partial<AppDeps['config']> = {},
  changes: Partial<AppDeps> = {},
): Promise<TestServer> {
  const database = await kind.open();
  return serveDatabase(database, config, changes);
}

/** A server on a database that is open already, which ends with it. */
export async function serveDatabase(
  database: OpenDatabase,
  config: Partial<AppDeps['config']> = {},
  changes: Partial<AppDeps> = {},
): Promise<TestServer> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bazarnegar-server-'));
  const clock = { ms: 1_795_000_000_000 };
  const deps: AppDeps = {
    config: {
      isHttps: false,
      publicHosts: [],
      trustedProxies: [],
      pageFolder: path.join(folder, 'page'),
      logLevel: 'silent',
      ...config,
    },
    db: database.db,
    passwords: createPasswords({ log2n: 4, r: 8, p: 1 }),
    nowMs: () => clock.ms,
    photos: await openPhotoFiles(folder),
    checkAnswers,
    metrics: createMetrics(figureSources(database, () => clock.ms)),
    isPassing,
    sampleAccounts: [],
    ...changes,
  };
  await addServerKey(deps.db, makeKeyPair());
  const app = await buildApp(deps);
  return {
    app,
    deps,
    clock,
    folder,
    newProject: async () => {
      const project = `p-${randomUUID()}` as ProjectId;
      await addProject(deps.db, { project, name: 'Test', isSample: false });
      return {
        project,
        addPerson: async (person, role, team) => {
          const added = await addPerson(app, deps, project, person, role);
          if (team !== undefined)
            await moveToTeam(deps, { project }, { person: added.person, team, by: null });
          return added;
        },
      };
    },
    signIn: async (name, project, password) => signInAs(app, deps, name, project, password),
    close: async () => {
      await app.close();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function addPerson(
  app: FastifyInstance,
  deps: AppDeps,
  project: ProjectId,
  code: string,
  role: Role,
): Promise<TestPerson> {
  const person = code as PersonId;
  const name = `${code} ${project}`.slice(0, 60);
  const account = { project, name, person, role, password: testPassword };
  const made = await addAccountTo(deps.db, deps.passwords, account);
  if (!made.ok) throw new Error(made.error);
  return signInAs(app, deps, name, project);
}

async function signInAs(
  app: FastifyInstance,
  deps: AppDeps,
  name: string,
  project: ProjectId,
  password = testPassword,
): Promise<TestPerson> {
  // Not through the route: it counts sign-ins from an address, and all tests come from one.
  const session = await signIn(deps, { name, password });
  if (!session.ok) throw new Error(session.error.kind);
  const { person } = session.value.account;
  const cookie = `bazarnegar_session=${session.value.secret}`;

  async function inject(options: InjectOptions): Promise<LightMyRequestResponse> {
    return app.inject({ ...options, headers: { host: 'localhost', cookie, ...options.headers } });
  }

  return {
    person,
    name,
    cookie,
    inject,
    push: async (entries, coveredBy) => {
      const segment = segmentOf(project, entries);
      const covered = coveredBy && { [COVERED_HEADER]: JSON.stringify(coveredBy) };
      const headers = { ...segment.headers, ...covered };
      const { bytes } = segment;
      const request = { method: 'POST', url: '/sync/push', payload: bytes, headers } as const;
      return pushResponseSchema.parse((await expectDone(request)).json());
    },
    pull: async (after = 0, query = '') => {
      const url = `/sync/pull?protocol=2&after=${after}${query}`;
      const answer = await expectDone({ method: 'GET', url });
      return pageOf(answer.headers, answer.rawPayload);
    },
    pushJson: async (entries, changes = {}) => {
      const payload = { protocol: 1, project, entries, ...changes };
      const answer = await expectDone({ method: 'POST', url: '/sync/push', payload });
      return pushResponseSchema.parse(answer.json());
    },
  };

  async function expectDone(options: InjectOptions): Promise<LightMyRequestResponse> {
    const answer = await inject(options);
    if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`);
    return answer;
  }
}
