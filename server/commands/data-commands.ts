import { err, ok } from '#shared/core/result.ts';
import { keyFingerprint } from '#shared/records/receipt.ts';
import { migrations } from '../migrations/all-migrations.ts';
import { openConfigured } from '../open-server.ts';
import { sampleProject } from '../sample-project.ts';
import { backUp } from '../services/back-up.ts';
import { describeContents } from '../services/backup-format.ts';
import { createPasswords } from '../services/passwords.ts';
import { restore } from '../services/restore.ts';
import { seedSample } from '../services/seed-sample.ts';
import { makeKeyPair } from '../services/sign-receipts.ts';
import { addServerKey, readIssuer } from '../store/issuer-store.ts';
import { migrate } from '../store/migrate.ts';
import { openPhotoFiles } from '../store/photo-store.ts';
import type { Command } from './command.ts';
import { withDatabase } from './command.ts';

/** Brings the schema up to date. */
export const migrateDatabase: Command = {
  usage: 'migrate',
  summary: 'bring the database up to date (the server does so by itself when it starts)',
  positionals: 0,
  options: {},
  run: async ({ config }) => {
    const database = await openConfigured(config);
    try {
      const applied = await migrate(database.db, migrations);
      const what = applied.length === 0 ? 'nothing to do' : applied.join(', ');
      return ok(`Migrated: ${what}.`);
    } finally {
      await database.close();
    }
  },
};

/** The key that receipts are signed with. */
export const showKey: Command = {
  usage: 'show-key',
  summary: 'print the key that receipts are signed with, as laptops show it',
  positionals: 0,
  options: {},
  run: async ({ config }) =>
    withDatabase(config, async (db) => {
      await addServerKey(db, makeKeyPair());
      const { keys } = await readIssuer(db);
      return ok(`Receipts are signed with the key ${keyFingerprint(keys.publicKey)}.`);
    }),
};

/** Everything into one file. */
export const makeBackup: Command = {
  usage: 'back-up FILE',
  summary: 'write everything into one file; on PostgreSQL also while the server runs',
  positionals: 1,
  options: {},
  run: async ({ config, positionals: [file = ''], nowMs }) =>
    withDatabase(config, async (db) => {
      const photos = await openPhotoFiles(config.dataFolder);
      const { lostPhotos, ...contents } = await backUp({ db, photos, nowMs }, file);
      const lost =
        lostPhotos === 0 ? '' : `\nWarning: ${lostPhotos} photo(s) have no file and are not in it.`;
      return ok(`Backed up to ${file}: ${describeContents(contents)}.${lost}`);
    }),
};

/** Everything out of one file. */
export const restoreBackup: Command = {
  usage: 'restore FILE',
  summary: 'fill an empty database from a back-up; laptops then send again what it lacks',
  positionals: 1,
  options: {},
  run: async ({ config, positionals: [file = ''] }) => {
    const database = await openConfigured(config);
    try {
      const photos = await openPhotoFiles(config.dataFolder);
      const restored = await restore({ db: database.db, photos, migrations }, file);
      if (!restored.ok) return restored;
      return ok(`Restored from ${file}: ${describeContents(restored.value)}.`);
    } finally {
      await database.close();
    }
  },
};

/** The sample project. */
export const makeSample: Command = {
  usage: 'seed-sample',
  summary: 'make the sample project in an empty database',
  positionals: 0,
  options: {},
  run: async ({ config, nowMs }) =>
    withDatabase(config, async (db) => {
      const deps = { db, passwords: createPasswords(), nowMs };
      return (await seedSample(deps, sampleProject(nowMs())))
        ? ok('The sample project is made.')
        : err('the database has a project already: the sample is for an empty one');
    }),
};
