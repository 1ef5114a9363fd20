import { expect, test } from 'vitest';
import { dangerousArguments } from '../../../../electron/main/dangerous-arguments.ts';

test('an installed app does not start with switches that would open it', () => {
  const opening = [
    '--remote-debugging-port=9222',
    '--inspect',
    '--no-sandbox',
    '--js-flags=--expose-gc',
    '--proxy-server=127.0.0.1:1',
    '--user-data-dir=elsewhere',
    '--load-extension=x',
    '/load-extension=x',
    '-no-sandbox',
    '--NO-SANDBOX',
  ];
  expect(dangerousArguments(['Bazarnegar', ...opening])).toEqual(opening);
});

test('switches that the system itself passes are let through', () => {
  const usual = ['--original-process-start-time=1', '--squirrel-firstrun', 'file.bazarnegar', '--'];
  expect(dangerousArguments(['--no-sandbox', ...usual])).toEqual([]);
});
