import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeAgeKeys } from '#shared/bundle/age.ts';
import { entrySchema } from '#shared/records/entry.ts';
import { runCli, startServer } from '../support/start-server.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('an administrator sets a server up, exports it and restores it elsewhere by the command line alone', async () => {
  const folder = temporaryFolder();
  const settings = { BAZARNEGAR_DATA: path.join(folder, 'one') };
  const elsewhere = { BAZARNEGAR_DATA: path.join(folder, 'two') };

  const admin = await runCli(
    ['create-admin', '--person', 'admin1', '--name', 'مدیر', '--password-stdin'],
    settings,
    'a long password\n',
  );
  expect(admin).toEqual({
    code: 0,
    err: '',
    out: 'Account مدیر (secretariat) of project main is made.\n',
  });
  const again = await runCli(['create-admin', '--person', 'admin2'], settings);
  expect([again.code, again.err]).toEqual([
    1,
    'Not done: the project main has an administrator already: use add-account\n',
  ]);
  const added = await runCli(['add-account', '--person', 's1', '--role', 'surveyor'], settings);
  expect(added.out).toMatch(
    /^Account s1 \(surveyor\) of project main is made\.\nPassword \(shown once\): [a-z1-9-]{23}\n$/,
  );
  const twice = await runCli(['add-account', '--person', 's1', '--role', 'surveyor'], settings);
  expect([twice.code, twice.err]).toEqual([
    1,
    'Not done: the name s1 or the person s1 has an account already\n',
  ]);
  for (const [words, code, said] of [
    [['--team', 'هرات ۱'], 0, 's1 is in the team هرات ۱. Laptops keep what they read before.'],
    [[], 0, 's1 is in no team.'],
    [['--team', '/'], 1, 'Not done: --team must have 1 to 64 letters, digits, spaces, _, . and -'],
  ] as const) {
    const put = await runCli(['set-team', '--person', 's1', ...words], settings);
    expect([put.code, (put.out || put.err).trim()]).toEqual([code, said]);
  }
  const nobody = await runCli(['set-team', '--person', 'nobody', '--team', 'A'], settings);
  expect([nobody.code, nobody.err]).toEqual([
    1,
    'Not done: --person must be the code of a person with an account\n',
  ]);
  const short = await runCli(
    ['add-account', '--person', 's2', '--role', 'surveyor', '--password-stdin'],
    settings,
    'short\n',
  );
  expect([short.code, short.err]).toEqual([
    1,
    'Not done: the password must have 10 to 200 characters\n',
  ]);

  expect((await runCli(['export', path.join(folder, 'entries')], settings)).code).toBe(0);
  const lines = readFileSync(path.join(folder, 'entries'), 'utf8').trim().split('\n');
  expect(lines.map((line) => entrySchema.parse(JSON.parse(line)).record)).toEqual([
    'person/admin1',
    'person/s1',
  ]);
  const tables = await runCli(
    ['export', path.join(folder, 'tables.zip'), '--tables', '--language', 'en'],
    settings,
  );
  expect([tables.code, tables.err]).toEqual([0, '']);
  expect(readFileSync(path.join(folder, 'tables.zip')).subarray(0, 2).toString()).toBe('PK');

  expect((await runCli(['back-up', path.join(folder, 'backup')], settings)).code).toBe(0);
  const restored = await runCli(['restore', path.join(folder, 'backup')], elsewhere);
  expect([restored.code, restored.out]).toEqual([
    0,
    `Restored from ${path.join(folder, 'backup')}: 1 project(s), 2 account(s), 2 entries, 0 refused entries, 0 photo(s).\n`,
  ]);
  const full = await runCli(['restore', path.join(folder, 'backup')], elsewhere);
  expect([full.code, full.err]).toEqual([
    1,
    'Not done: the database is not empty: a back-up is restored into a new one only\n',
  ]);
  expect(readdirSync(folder).toSorted()).toEqual(['backup', 'entries', 'one', 'tables.zip', 'two']);

  const server = await startServer(elsewhere);
  const answer = await fetch(`${server.url}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'مدير', password: 'a long password' }),
  });
  expect(await answer.json()).toMatchObject({
    person: 'admin1',
    role: 'secretariat',
    project: 'main',
  });
  expect(await server.end('SIGTERM')).toBe(0);
}, 240_000);

test.each([
  [['nonsense'], 'There is no command nonsense.'],
  [['back-up'], 'The name of the file is missing.'],
  [['migrate', '--force'], "Unknown option '--force'"],
  [['add-account', 'x'], 'Unexpected argument'],
])('a command that makes no sense ends with code 2 and how it is used: %j', async (words, said) => {
  const outcome = await runCli(words, {
    BAZARNEGAR_DATA: path.join(temporaryFolder(), 'never-made'),
  });
  expect(outcome.code).toBe(2);
  expect(outcome.err).toContain(said);
});

test('without a command it says what there is', async () => {
  const outcome = await runCli([], {});
  expect(outcome.code).toBe(0);
  for (const command of [
    'migrate',
    'create-admin',
    'add-account',
    'export',
    'back-up',
    'restore',
    'seed-sample',
  ]) {
    expect(outcome.out).toContain(`  ${command}`);
  }
});

test('the secretariat gives recovery keys, two at least, and every laptop hears of them', async () => {
  const folder = temporaryFolder();
  const settings = { BAZARNEGAR_DATA: folder };
  await runCli(
    ['create-admin', '--person', 'admin1', '--password-stdin'],
    settings,
    'a long password\n',
  );
  const [one, two] = (await Promise.all([makeAgeKeys(), makeAgeKeys()])).map(
    ({ recipient }) => recipient,
  );
  for (const [keys, problem] of [
    [`${one}`, 'two keys at least: one person may be ill'],
    [`${one},age1x`, 'no public key of age: age1x'],
  ] as const) {
    expect(await runCli(['set-recovery-keys', keys], settings)).toMatchObject({
      code: 1,
      err: `Not done: ${problem}\n`,
    });
  }
  const done = await runCli(['set-recovery-keys', `${one}, ${two}`], settings);
  expect([done.code, done.out]).toEqual([
    0,
    '2 keys are offered to every laptop with its next sync.\n',
  ]);
  const audit = await runCli(['export-audit', path.join(folder, 'audit')], settings);
  expect(audit.code).toBe(0);
  expect(readFileSync(path.join(folder, 'audit'), 'utf8')).toContain('recovery-keys-set');
});
