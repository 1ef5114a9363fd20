import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { root } from './run-process.ts';

export const electronPackage = path.join(root, 'node_modules', 'electron');

const programs: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

/** The version of Electron that package-lock.json names. */
export function electronVersion(): string {
  const manifest: unknown = JSON.parse(
    readFileSync(path.join(electronPackage, 'package.json'), 'utf8'),
  );
  return z.object({ version: z.string() }).parse(manifest).version;
}

/** The Electron program on this machine: the folder in ELECTRON_OVERRIDE_DIST_PATH, else the one unpacked into the package. */
export function findElectron(): string | undefined {
  const program = programs[process.platform] ?? 'electron';
  const given = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const folder = given ?? path.join(electronPackage, 'dist');
  const file = path.join(folder, program);
  if (!existsSync(file)) return undefined;
  return given !== undefined || unpackedVersion(folder) === electronVersion() ? file : undefined;
}

function unpackedVersion(folder: string): string | undefined {
  const file = path.join(folder, 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : undefined;
}
