import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import { root } from './run-process.ts';

/** The tar of an embedded database without a schema, as this version of PGlite makes it: that takes ten seconds of a processor, so it is kept. */
export async function emptyDatabase(): Promise<Buffer<ArrayBuffer>> {
  const require = createRequire(import.meta.url);
  const main = require.resolve('@electric-sql/pglite');
  const manifest = readFileSync(path.join(path.dirname(main), '..', 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { readonly version: string };
  const folder = path.join(root, '.cache');
  const file = path.join(folder, `pglite-${version}.tar`);
  if (existsSync(file)) return Buffer.from(readFileSync(file));
  const fresh = await PGlite.create();
  const dump = Buffer.from(await (await fresh.dumpDataDir('none')).arrayBuffer());
  await fresh.close();
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${file}.${process.pid}`, dump);
  renameSync(`${file}.${process.pid}`, file);
  return dump;
}

/** What lies beside the built server, so that its first start takes as long as the others. */
export async function packedEmptyDatabase(): Promise<Uint8Array> {
  return gzipSync(await emptyDatabase());
}
