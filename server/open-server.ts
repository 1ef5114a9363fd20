import type { FastifyInstance } from 'fastify';
import { buildApp } from './app.ts';
import type { Config } from './config.ts';
import { migrations } from './migrations/all-migrations.ts';
import type { MetricsListener } from './plugins/metrics.ts';
import { createMetrics, listenForMetrics } from './plugins/metrics.ts';
import { sampleAccounts, sampleProject } from './sample-project.ts';
import { checkAnswers } from './services/check-answers.ts';
import { createPasswords } from './services/passwords.ts';
import { figureSources } from './services/server-figures.ts';
import { seedSample } from './services/seed-sample.ts';
import { makeKeyPair } from './services/sign-receipts.ts';
import { addServerKey } from './store/issuer-store.ts';
import type { DatabasePlace, OpenDatabase } from './store/sql.ts';
import { isPassing, openDatabase } from './store/sql.ts';
import { migrate } from './store/migrate.ts';
import { openPhotoFiles } from './store/photo-store.ts';

/** A server that is ready to listen, and how to end it in order. */
export interface OpenServer {
  readonly app: FastifyInstance;
  /** Gives figures to this machine alone; answers the port. */
  listenForMetrics(port: number): Promise<number>;
  /** Finishes the requests that are running, then closes the database. */
  close(): Promise<void>;
}

/** Where a configuration keeps the data. */
function databasePlace(config: Config): DatabasePlace {
  return config.databaseUrl === undefined
    ? { folder: config.dataFolder }
    : { url: config.databaseUrl };
}

/** Opens the database; throws a sentence where another process works on the data folder. */
export async function openConfigured(config: Config): Promise<OpenDatabase> {
  const opened = await openDatabase(databasePlace(config));
  if ('pid' in opened) {
    throw new Error(
      `The data folder ${config.dataFolder} is in use by the Bazarnegar server with process number ${opened.pid}. ` +
        'Stop that server first, or keep the data in PostgreSQL (DATABASE_URL), which many processes may use at once.',
    );
  }
  return opened;
}

/** Opens everything a server needs: database, schema, sample project where asked for, photos, routes. */
export async function openServer(config: Config): Promise<OpenServer> {
  const database = await openConfigured(config);
  try {
    const { db } = database;
    const passwords = createPasswords();
    await migrate(db, migrations);
    await addServerKey(db, makeKeyPair());
    const nowMs = Date.now;
    if (config.startsWithSample) await seedSample({ db, passwords, nowMs }, sampleProject(nowMs()));
    const photos = await openPhotoFiles(config.dataFolder);
    const metrics = createMetrics(figureSources(database, nowMs));
    let listener: MetricsListener | undefined;
    const app = await buildApp({
      config,
      db,
      passwords,
      nowMs,
      photos,
      checkAnswers,
      metrics,
      isPassing,
      sampleAccounts,
    });
    return {
      app,
      listenForMetrics: async (port) => {
        listener = await listenForMetrics(port, metrics);
        return listener.port;
      },
      close: async () => {
        await listener?.close();
        await app.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
