import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import asar from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildHostPage } from '../support/build-host-page.ts';
import { stubElectron } from './stub-electron.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'bazarnegar-package-'));
const project = path.join(folder, 'project');
const packaged = path.join(folder, 'dist/linux-unpacked');
const archive = path.join(packaged, 'resources/app.asar');

// The built product where there is one; else its shell with a page of nothing, so that the packaging rules are tried all the same.
beforeAll(async () => {
  const parts = ['out/main', 'out/preload', 'out/renderer', 'build/icon.png', 'build/icon.ico'];
  for (const part of ['package.json', 'electron-builder.yml', ...parts]) {
    if (existsSync(path.join(root, part))) {
      cpSync(path.join(root, part), path.join(project, part), { recursive: true });
    }
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(project, 'node_modules'));
  if (!existsSync(path.join(project, 'out/renderer/index.html'))) {
    await buildHostPage(path.join(project, 'out/renderer'));
  }
  // What must stay behind, in case the build left none of it.
  for (const stranger of ['out/server/server.mjs', 'out/renderer/x.js.map', 'electron/x.ts']) {
    mkdirSync(path.join(project, path.dirname(stranger)), { recursive: true });
    writeFileSync(path.join(project, stranger), '');
  }
  const electron = path.join(folder, 'electron');
  mkdirSync(electron);
  await stubElectron(electron, root);
  const run = spawnSync(
    process.execPath,
    [
      path.join(root, 'node_modules/electron-builder/cli.js'),
      '--linux',
      'dir',
      `-c.electronDist=${electron}`,
      `-c.directories.output=${path.join(folder, 'dist')}`,
    ],
    { cwd: project, encoding: 'utf8' },
  );
  if (run.status !== 0) throw new Error(run.stdout + run.stderr);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('the package holds the built app and nothing else', () => {
  const files = asar
    .listPackage(archive, { isPack: false })
    .map((name) => name.replaceAll('\\', '/'));
  const allowed = /^\/(?:package\.json|out(?:\/(?:main|preload|renderer)(?:\/.*)?)?)$/;
  expect(files.filter((name) => !allowed.test(name))).toEqual([]);
  expect(files.filter((name) => name.endsWith('.map') || name.endsWith('.ts'))).toEqual([]);
  expect(files).toEqual(
    expect.arrayContaining([
      '/package.json',
      '/out/main/main.js',
      '/out/preload/preload.cjs',
      '/out/renderer/index.html',
    ]),
  );
});

test('the packaged manifest starts the app and names no tools', () => {
  const text = asar.extractFile(archive, 'package.json').toString();
  const manifest = JSON.parse(text) as Readonly<Record<string, unknown>>;
  expect(manifest).toMatchObject({
    type: 'module',
    main: './out/main/main.js',
    // What an update is held against.
    release: { number: expect.any(Number) as number },
  });
  expect(manifest['devDependencies']).toBe(undefined);
  expect(manifest['scripts']).toBe(undefined);
});

test('only the languages of the field are carried along', () => {
  const languages = readdirSync(path.join(packaged, 'locales')).toSorted();
  expect(languages).toEqual(['ar.pak', 'en-US.pak', 'fa.pak']);
});

test('the program is closed to what could turn it into another', async () => {
  const wire = await getCurrentFuseWire(path.join(packaged, 'bazarnegar'));
  function fuse(option: FuseV1Options): string {
    return String.fromCodePoint(wire[option] ?? 0);
  }
  expect({
    runAsNode: fuse(FuseV1Options.RunAsNode),
    cookieEncryption: fuse(FuseV1Options.EnableCookieEncryption),
    nodeOptions: fuse(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    inspect: fuse(FuseV1Options.EnableNodeCliInspectArguments),
    asarIntegrity: fuse(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    onlyAsar: fuse(FuseV1Options.OnlyLoadAppFromAsar),
    fileProtocol: fuse(FuseV1Options.GrantFileProtocolExtraPrivileges),
  }).toEqual({
    runAsNode: '0',
    cookieEncryption: '1',
    nodeOptions: '0',
    inspect: '0',
    asarIntegrity: '1',
    onlyAsar: '1',
    fileProtocol: '0',
  });
});
