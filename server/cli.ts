import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { addAccount, createAdmin, putInTeam } from './commands/account-commands.ts';
import { checkAudit, exportAudit } from './commands/audit-commands.ts';
import { takeBundle } from './commands/bundle-commands.ts';
import type { Command, Invocation, Outcome } from './commands/command.ts';
import {
  makeBackup,
  makeSample,
  migrateDatabase,
  restoreBackup,
  showKey,
} from './commands/data-commands.ts';
import { barDevice, closeAccount, resetPassword, showDevices } from './commands/device-commands.ts';
import { giveRecoveryKeys } from './commands/recovery-command.ts';
import { exportProject } from './commands/export-command.ts';
import { diskFullSentence } from './commands/disk-full.ts';
import { readConfig } from './config.ts';

const commands: Readonly<Record<string, Command>> = {
  migrate: migrateDatabase,
  'create-admin': createAdmin,
  'add-account': addAccount,
  'set-team': putInTeam,
  'reset-password': resetPassword,
  'end-account': closeAccount,
  'list-devices': showDevices,
  'revoke-device': barDevice,
  'set-recovery-keys': giveRecoveryKeys,
  'import-bundle': takeBundle,
  export: exportProject,
  'back-up': makeBackup,
  restore: restoreBackup,
  'export-audit': exportAudit,
  'verify-audit': checkAudit,
  'seed-sample': makeSample,
  'show-key': showKey,
};

const USAGE_ERROR = 2;

/** The server's command line: exit code 0 when done, 1 when it could not be, 2 when it was not understood. */
async function run(words: readonly string[]): Promise<void> {
  const [name = '', ...rest] = words;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) return showUsage(name);
  const invocation = parse(command, rest);
  if (typeof invocation === 'string') {
    console.error(`${invocation}\nUsage: ${command.usage}`);
    process.exitCode = USAGE_ERROR;
    return;
  }
  const outcome = await command.run(invocation);
  report(outcome);
}

function report(outcome: Outcome): void {
  if (outcome.ok) {
    console.log(outcome.value);
    return;
  }
  console.error(`Not done: ${outcome.error}`);
  process.exitCode = 1;
}

function showUsage(name: string): void {
  const isAsked = name === '' || name === 'help' || name === '--help';
  const lines = Object.values(commands).map(({ usage, summary }) => `  ${usage}\n      ${summary}`);
  const text = [
    'Commands:',
    ...lines,
    'The data is found as the server finds it: BAZARNEGAR_DATA, DATABASE_URL.',
  ];
  if (isAsked) console.log(text.join('\n'));
  else console.error([`There is no command ${name}.`, ...text].join('\n'));
  process.exitCode = isAsked ? 0 : USAGE_ERROR;
}

function parse(command: Command, words: readonly string[]): Invocation | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: command.options,
      allowPositionals: command.positionals > 0,
    });
    if (positionals.length !== command.positionals) return 'The name of the file is missing.';
    const given: Readonly<Record<string, unknown>> = values;
    return {
      config: readConfig(process.env),
      positionals,
      option: (name) => (typeof given[name] === 'string' ? given[name] : undefined),
      flag: (name) => given[name] === true,
      nowMs: Date.now,
      readLine,
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function readLine(): Promise<string> {
  for await (const line of createInterface({ input: process.stdin })) return line;
  return '';
}

run(process.argv.slice(2)).catch((error: unknown) => {
  const said = diskFullSentence(error) ?? (error instanceof Error ? error.message : String(error));
  console.error(`Not done: ${said}`);
  process.exitCode = 1;
});
