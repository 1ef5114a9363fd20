import { expect, onTestFinished, test } from 'vitest';
import type { Desktop } from '#shared/desktop/contract.ts';
import { createVaultShelf } from '../../../../electron/main/vault-shelf.ts';
import { expectOk } from '../../../support/expect-ok.ts';
import { desktopOver } from '../../../support/folder-desktop.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const own = '0190a6b0-7c3e-7a52-8f3e-2b1c5d6e7f80';
const another = '0190a6b0-7c3e-7a52-8f3e-2b1c5d6e7f81';
const hostKey = new Uint8Array(32).fill(3);
const team = 'https://survey.example.org';
const elsewhere = 'https://elsewhere.example';

/** A laptop whose vault is open and whose server is the team's; `answers`: what its person says to main's questions, which are noted. */
async function startLaptop(answers: readonly (() => Promise<boolean> | boolean)[]) {
  const asked: string[] = [];
  const shelf = createVaultShelf({
    work: temporaryFolder(),
    server: undefined,
    nowMs: () => 0,
    askFolder: async () => null,
    askServer: async (from, to) => {
      asked.push(`${from} > ${to}`);
      const answer = answers[asked.length - 1];
      if (!answer) throw new Error('nobody is asked so often');
      return answer();
    },
  });
  onTestFinished(() => shelf.close());
  expectOk(await shelf.open(own, hostKey));
  const host: Desktop = desktopOver(shelf);
  async function set(address: string): Promise<boolean> {
    return expectOk(await host.call('server.set', { address }));
  }
  expect(await set(team)).toBe(true);
  return { asked, shelf, host, set };
}

test('a first server is set without a question, and so is the same again', async () => {
  const { asked, set, host } = await startLaptop([]);
  expect(await set(`${team}/`)).toBe(true);
  expect(await host.call('server.get', null)).toBe(team);
  expect(asked).toEqual([]);
});

test('another server is set with the person’s yes alone', async () => {
  const { asked, set, host } = await startLaptop([() => false, () => true]);
  expect(await set(elsewhere)).toBe(false);
  expect(await host.call('server.get', null)).toBe(team);
  expect(await set(elsewhere)).toBe(true);
  expect(await host.call('server.get', null)).toBe(elsewhere);
  expect(asked).toEqual([`${team} > ${elsewhere}`, `${team} > ${elsewhere}`]);
});

test('opening another vault, in which no server is set, is no way around the question', async () => {
  const { asked, shelf, set, host } = await startLaptop([() => false]);
  expectOk(await shelf.open(another, hostKey));
  expect(await host.call('server.get', null)).toBe(null);
  expect(await set(elsewhere)).toBe(false);
  expect(await host.call('server.get', null)).toBe(null);
  expect(await set(team)).toBe(true);
  expect(asked).toEqual([`${team} > ${elsewhere}`]);
});

test('a page that asks without end gets one question at a time', async () => {
  const waiting: ((yes: boolean) => void)[] = [];
  const { asked, set } = await startLaptop([() => new Promise((resolve) => waiting.push(resolve))]);
  const first = set(elsewhere);
  expect(await set('https://another.example')).toBe(false);
  waiting[0]?.(false);
  expect(await first).toBe(false);
  expect(asked).toHaveLength(1);
});
