import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

// npm run test:soak:hostile: 10,000 messages to each channel of the desktop, 50,000 requests to the server.

const root = path.resolve(import.meta.dirname, '../..');
const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
const files = [
  'test/unit/electron/ipc/register-handlers.property.test.ts',
  'test/server/requests.test.ts',
];
const args = [
  vitest,
  'run',
  '--config',
  'test/vitest.config.ts',
  '--testTimeout=3600000',
  ...files,
];
const child = spawn(process.execPath, args, {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, HOSTILE_INPUT: 'all' },
});
const [code] = (await once(child, 'close')) as [number | null];
process.exitCode = code ?? 1;
