import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import asar from '@electron/asar';

// Where Electron keeps its fuses: this text, then version 1, how many there are, and one digit for each.
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/**
 * Lays out a folder that electron-builder takes for a Linux Electron, so that packaging can be tested without its download: a program
 * that does nothing but carry fuses, the version, languages and a default application.
 */
export async function stubElectron(folder: string, root: string): Promise<void> {
  const manifest = JSON.parse(
    readFileSync(path.join(root, 'node_modules/electron/package.json'), 'utf8'),
  ) as { readonly version: string };
  mkdirSync(path.join(folder, 'resources'), { recursive: true });
  mkdirSync(path.join(folder, 'locales'));
  mkdirSync(path.join(folder, 'default-app'));
  writeFileSync(path.join(folder, 'version'), manifest.version);
  const program = Buffer.concat([
    Buffer.from(`#!/bin/sh\nexit 0\n# ${FUSE_SENTINEL}`),
    Buffer.from([1, 9]),
    Buffer.from('101100101\n'),
  ]);
  writeFileSync(path.join(folder, 'electron'), program);
  chmodSync(path.join(folder, 'electron'), 0o755);
  for (const language of ['en-US', 'fa', 'ar', 'de']) {
    writeFileSync(path.join(folder, 'locales', `${language}.pak`), '');
  }
  writeFileSync(path.join(folder, 'default-app/package.json'), '{"name":"default"}');
  const archive = path.join(folder, 'resources/default_app.asar');
  await asar.createPackage(path.join(folder, 'default-app'), archive);
}
