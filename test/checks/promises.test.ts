import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const rows = readFileSync(path.join(root, 'test/README.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| P\d+ /.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

test('each promise of security has a folder that says how it is kept, and tests that are there', () => {
  expect(rows.map(([, promise]) => promise?.split(' ')[0])).toEqual(
    Array.from({ length: 16 }, (_, at) => `P${at + 1}`),
  );
  const faults = rows.flatMap(([, promise, folders, tests]) => {
    const readmes = namesIn(folders).map((folder) => `${folder}/README.md`);
    const isNamed = readmes.length > 0 && namesIn(tests).length > 0;
    const missing = [...readmes, ...namesIn(tests)].filter(
      (name) => !existsSync(path.join(root, name)),
    );
    return isNamed && missing.length === 0 ? [] : [[promise, ...missing]];
  });
  expect(faults).toEqual([]);
});

/** What stands between backticks. */
function namesIn(cell = ''): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].flatMap(([, name]) => name ?? []);
}
