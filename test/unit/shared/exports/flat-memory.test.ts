import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const script = path.resolve(import.meta.dirname, '../../../support/export-many.ts');
const root = path.resolve(import.meta.dirname, '../../../..');

// 100,000 records are some 300 MB of text; what is held of them would not fit into 64 MB of heap.
test('an export of 100,000 records is written in 64 MB of heap', { timeout: 300_000 }, async () => {
  const { stdout } = await run(process.execPath, ['--max-old-space-size=64', script, '100000'], {
    cwd: root,
  });
  const { prices, bytes } = JSON.parse(stdout) as { prices: number; bytes: number };
  expect(prices).toBe(100_000);
  expect(bytes).toBeGreaterThan(1_000_000);
});
