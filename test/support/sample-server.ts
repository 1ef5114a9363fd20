import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import type { Made, ServerProcess } from './start-server.ts';
import { root, runCli, startServer } from './start-server.ts';

const built = path.join(root, 'out/server');
const templates = path.join(root, '.cache/sample');
const UNFINISHED = 'unfinished-';

/** Starts a server with the sample project in `folder`: as it was built, or from its sources. */
export async function startSampleServer(
  folder: string,
  settings: Readonly<Record<string, string>> = {},
  entry: Made = 'built',
): Promise<ServerProcess> {
  if (settings['DATABASE_URL'] === undefined) await makeSample(folder, entry);
  return startServer({ BAZARNEGAR_DATA: folder, BAZARNEGAR_SAMPLE: '1', ...settings }, entry);
}

/**
 * The data of a server with the sample project in `folder`, if there are none yet. Making an embedded database takes ten seconds of a processor: for what
 * was built it is made once a day, for the sample's rounds begin today, and copied.
 */
export async function makeSample(folder: string, entry: Made): Promise<void> {
  if (existsSync(folder) && readdirSync(folder).length > 0) return;
  if (entry === 'sources') return seed(folder, entry);
  cpSync(await sampleTemplate(), folder, { recursive: true });
}

/** The folder that is copied; made where it is not there. */
export async function sampleTemplate(): Promise<string> {
  const template = path.join(templates, nameOfBuilt());
  if (existsSync(template)) return template;
  mkdirSync(templates, { recursive: true });
  // Forty megabytes each: those of other builds and other days go.
  for (const old of readdirSync(templates)) {
    if (!old.startsWith(UNFINISHED)) rmSync(path.join(templates, old), { recursive: true });
  }
  const unfinished = mkdtempSync(path.join(templates, UNFINISHED));
  await seed(unfinished, 'built');
  if (existsSync(template)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, template);
  return template;
}

async function seed(folder: string, entry: Made): Promise<void> {
  const { code, err } = await runCli(['seed-sample'], { BAZARNEGAR_DATA: folder }, '', entry);
  if (code !== 0) throw new Error(err);
}

function nameOfBuilt(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(built).toSorted()) {
    if (name.endsWith('.mjs')) hash.update(readFileSync(path.join(built, name)));
  }
  return `${hash.digest('hex').slice(0, 16)}-${new Date().toISOString().slice(0, 10)}`;
}
