import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { decryptWith, encryptFor, makeAgeKeys } from '#shared/bundle/age.ts';
import { readReceiptsFile } from '#shared/bundle/receipts-file.ts';
import type { PersonId, ProjectId } from '#shared/core/ids.ts';
import { bundleKeys } from '../../server/services/devices.ts';
import { findAccountByPerson } from '../../server/store/account-store.ts';
import { addDevice } from '../../server/store/device-store.ts';
import { openDatabase } from '../../server/store/sql.ts';
import { joinBytes } from '../support/bytes.ts';
import { inChunks, makeBundle, makeScene, makeSigner, testPhoto } from '../support/make-bundle.ts';
import { makeDevice } from '../support/make-entries.ts';
import { isSigned } from '../support/receipts.ts';
import { mountSmallDisk, noSmallDisk } from '../support/small-disk.ts';
import { runCli } from '../support/start-server.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A new server with the laptop of a surveyor. */
async function knownLaptop(settings: { readonly BAZARNEGAR_DATA: string }) {
  await runCli(['create-admin', '--person', 'admin1'], settings);
  await runCli(['add-account', '--person', 's1', '--role', 'surveyor'], settings);
  const project = 'main' as ProjectId;
  const person = 's1' as PersonId;
  const signer = makeSigner();
  const database = await openDatabase({ folder: settings.BAZARNEGAR_DATA });
  if (!('db' in database)) throw new Error('nobody else works on the folder');
  const { recipient } = await bundleKeys(database.db);
  const account = await findAccountByPerson(database.db, project, person);
  if (!account) throw new Error('the account was just made');
  const device = { device: signer.device, account, recipient: null, enrolledBy: null };
  await addDevice(database.db, device);
  await database.close();
  return { project, person, signer, recipient };
}

test('bundles of a stick are taken in by the command line, receipts lie beside them, and a lost laptop is revoked', async () => {
  const folder = temporaryFolder();
  const stick = path.join(folder, 'stick');
  mkdirSync(stick);
  const settings = { BAZARNEGAR_DATA: path.join(folder, 'data') };
  const { project, person, signer, recipient } = await knownLaptop(settings);

  const laptop = makeDevice('s1');
  const entries = [laptop.write(), laptop.write()];
  const contents = { project, person, signer, recipients: [recipient], entries };
  const { tar } = makeBundle({ ...contents, photos: [testPhoto(500)] });
  const file = path.join(stick, 'work.bzb');
  writeFileSync(file, await joinBytes(encryptFor([recipient], inChunks(tar))));
  const taken = await runCli(['import-bundle', stick], settings);
  const back = path.join(stick, 'bazarnegar-receipts.bzr');
  expect(taken).toEqual({
    code: 0,
    err: '',
    out: `${file}: 2 entries and 1 photos of s1\nReceipts for the senders: ${back}\n`,
  });
  const receipts = readReceiptsFile(readFileSync(back, 'utf8'));
  expect(receipts).toMatchObject({ receipts: [{ feed: laptop.feed, seq: 2 }], refused: [] });
  expect(receipts?.receipts.every(isSigned)).toBe(true);
  expect(receipts?.photos).toHaveLength(1);

  writeFileSync(path.join(stick, 'broken.bzb'), 'nothing');
  const half = await runCli(['import-bundle', stick], settings);
  expect([half.code, half.err]).toMatchObject([
    1,
    expect.stringContaining('broken.bzb: not taken in ({"kind":"bundle/damaged"'),
  ]);

  expect((await runCli(['list-devices'], settings)).out).toMatch(/ s1 \(surveyor\) .* counts\n$/);
  expect((await runCli(['revoke-device', signer.device], settings)).code).toBe(0);
  expect((await runCli(['list-devices'], settings)).out).toMatch(/ revoked\n$/);
  const reset = await runCli(['reset-password', '--person', 's1'], settings);
  expect(reset.out).toMatch(/^Password \(shown once\): /);
  expect((await runCli(['end-account', '--person', 's1'], settings)).code).toBe(0);
  const nobody = await runCli(['end-account', '--person', 'nobody'], settings);
  expect(nobody.err).toContain('--person must be the code of a person with an account');
}, 240_000);

test('a full disk is told of with what to do, and the bundle is whole after the next try', async (context) => {
  const folder = temporaryFolder();
  const data = path.join(folder, 'data');
  mkdirSync(data);
  const unmount = mountSmallDisk(data, 96 * 1024 * 1024);
  if (!unmount) return context.skip(noSmallDisk);
  onTestFinished(unmount);
  const settings = { BAZARNEGAR_DATA: data };
  const { project, person, signer, recipient } = await knownLaptop(settings);
  const laptop = makeDevice('s1');
  const entries = [laptop.write(), laptop.write()];
  const photos = [testPhoto(1_500_000), testPhoto(1_600_000)];
  const contents = { project, person, signer, recipients: [recipient], entries, photos };
  const file = path.join(folder, 'work.bzb');
  writeFileSync(file, await joinBytes(encryptFor([recipient], inChunks(makeBundle(contents).tar))));

  const { bavail, bsize } = statfsSync(data);
  const filler = path.join(data, 'filler');
  writeFileSync(filler, Buffer.alloc(bavail * bsize - 2_000_000));
  const full = await runCli(['import-bundle', file], settings);
  expect(full.code).toBe(1);
  expect(full.err).toContain(`${file}: the disk is full. What was kept until now stays; make room`);

  rmSync(filler);
  const taken = await runCli(['import-bundle', file], settings);
  expect([taken.code, taken.out]).toEqual([
    0,
    expect.stringContaining(`${file}: 2 entries and 2 photos of s1`),
  ]);
}, 240_000);

const age = findAge();

test('what a bundle holds is a plain tar, for whoever must open it by hand', async () => {
  const folder = temporaryFolder();
  const scene = await makeScene();
  const { tar, files } = makeBundle(scene.contents);
  writeFileSync(path.join(folder, 'bundle.tar'), tar);
  const listed = execFileSync('tar', ['-tf', path.join(folder, 'bundle.tar')], {
    encoding: 'utf8',
  });
  expect(listed.trim().split('\n')).toEqual(files.map(([name]) => name));
});

test.skipIf(age === undefined)(
  `a bundle opens with the age program${age === undefined ? ' (skipped: age is not installed)' : ''}`,
  async () => {
    const folder = temporaryFolder();
    const { identity, recipient } = await makeAgeKeys();
    const { tar } = makeBundle((await makeScene()).contents);
    const file = await joinBytes(encryptFor([recipient], inChunks(tar)));
    writeFileSync(path.join(folder, 'key'), identity);
    writeFileSync(path.join(folder, 'work.bzb'), file);
    const args = ['-d', '-i', path.join(folder, 'key'), path.join(folder, 'work.bzb')];
    const opened = execFileSync(age ?? 'age', args, { maxBuffer: 1e9 });
    expect(opened.equals(Buffer.from(await joinBytes(decryptWith(identity, inChunks(file)))))).toBe(
      true,
    );
  },
);

function findAge(): string | undefined {
  try {
    execFileSync('age', ['--version'], { stdio: 'ignore' });
    return 'age';
  } catch {
    return undefined;
  }
}
