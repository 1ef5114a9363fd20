import { expect, test } from 'vitest';
import { cutPower, killWriters, rotBits } from '../support/damage-sealed-journals.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

// The full counts: npm run test:soak:journal
test('of 300 power cuts over a sealed journal none costs an act that was acknowledged', async () => {
  const report = await cutPower(300, 1);
  expect(report).toMatchObject({ trials: 300, lost: 0, wrong: 0, taken: 0 });
  expect(report.acknowledged).toBeGreaterThan(300);
});

test('bytes that go bad in a sealed journal cost the acts they stand in, and the journal tells of it', async () => {
  const report = await rotBits(300, 1);
  expect(report).toMatchObject({ trials: 300, lost: 0, wrong: 0, unseen: 0 });
  expect(report.taken).toBeGreaterThan(200);
});

test('kill -9 of a process that saves to a sealed journal costs no act that was acknowledged', async () => {
  const report = await killWriters(5, 1, temporaryFolder);
  expect(report).toMatchObject({ trials: 5, lost: 0, wrong: 0 });
  expect(report.acknowledged).toBeGreaterThan(5);
});
