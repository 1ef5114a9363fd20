import { expect, test } from 'vitest';
import type { DeathPoint, Fate, IndexFound, Program, Step } from './program.ts';
import { runProgram } from './run.ts';

// Failures by name, each among the same three: after it all agree, nothing is lost, nothing is there twice.

const [surveyor, second, supervisor] = [0, 1, 2];

function outcome(steps: readonly Step[]): Promise<void> {
  const laptops = ['surveyor1', 'surveyor1', 'supervisor1'] as const;
  const program: Program = { laptops, lastFirst: false, shared: 1, steps };
  return runProgram(program);
}

function correct(on: number): Step {
  return { do: 'act', on, act: { do: 'correct', record: 0, field: 0 } };
}

function review(on: number, step: number): Step {
  return { do: 'act', on, act: { do: 'review', record: 0, step } };
}

function sync(on: number, ...fates: readonly Fate[]): Step {
  return { do: 'sync', on, fates };
}

const work = [correct(surveyor), correct(second), correct(supervisor)];

test('a dropped request', async () => {
  await expect(
    outcome([...work, sync(surveyor, { is: 'lost-request' }), sync(surveyor)]),
  ).resolves.toBeUndefined();
});

test('an answer lost after the commit', async () => {
  await expect(
    outcome([...work, sync(surveyor, { is: 'lost-answer' }), sync(surveyor)]),
  ).resolves.toBeUndefined();
});

test('duplicate and reordered batches', async () => {
  await expect(
    outcome([
      ...work,
      sync(surveyor, { is: 'twice' }),
      correct(surveyor),
      sync(surveyor, { is: 'late-copy' }),
      correct(surveyor),
      sync(surveyor),
      { do: 'late-copies' },
    ]),
  ).resolves.toBeUndefined();
});

test.each([1, 25, 50, 75, 99])('a batch cut at %i % of its bytes', async (part) => {
  await expect(
    outcome([...work, sync(surveyor, { is: 'cut-batch', part }), sync(surveyor)]),
  ).resolves.toBeUndefined();
});

test('a server killed before the commit', async () => {
  await expect(
    outcome([...work, sync(surveyor, { is: 'server-killed' }), sync(surveyor)]),
  ).resolves.toBeUndefined();
});

const well: Fate = { is: 'well' };

test.each([0, 1, 2, 3])(
  'a laptop killed at exchange %i of a sync, before and after it',
  async (at) => {
    for (const is of ['killed-before', 'killed-after'] as const) {
      const fates = [...Array.from({ length: at }, () => well), { is }];
      await expect(
        outcome([sync(supervisor), ...work, sync(supervisor), sync(surveyor, ...fates)]),
      ).resolves.toBeUndefined();
    }
  },
);

const points: readonly DeathPoint[] = ['before', 'torn', 'after'];
const found: readonly IndexFound[] = ['kept', 'lost', 'old'];

test.each(points)(
  'a laptop killed at every append of a sync, %s the bytes are on the disk',
  async (point) => {
    for (const index of found) {
      for (const at of [1, 2, 3, 4]) {
        await expect(
          outcome([
            ...work,
            sync(supervisor),
            { do: 'dies-at-append', on: surveyor, at, point, index },
            sync(surveyor),
          ]),
        ).resolves.toBeUndefined();
      }
    }
  },
);

test.each([-1, 1])('a clock that jumps by a year (%i) between two syncs', async (years) => {
  await expect(
    outcome([
      ...work,
      sync(surveyor),
      { do: 'clock', on: surveyor, ms: years * 365 * 86_400_000 },
      correct(surveyor),
      sync(supervisor),
      correct(supervisor),
      sync(surveyor),
    ]),
  ).resolves.toBeUndefined();
});

test('a conflict on one question by three, one of them by way of a stick', async () => {
  await expect(
    outcome([
      ...work,
      { do: 'export', on: second, all: false, most: 1 },
      sync(surveyor),
      { do: 'import', stick: 0 },
      sync(supervisor),
      { do: 'act', on: supervisor, act: { do: 'settle', record: 0 } },
    ]),
  ).resolves.toBeUndefined();
});

test('a record corrected on one laptop while it is returned on another', async () => {
  await expect(
    outcome([review(supervisor, 2), correct(surveyor), sync(supervisor), sync(surveyor)]),
  ).resolves.toBeUndefined();
});

test('a record corrected on one laptop while it is approved on another', async () => {
  await expect(
    outcome([review(supervisor, 1), correct(surveyor), sync(supervisor), sync(surveyor)]),
  ).resolves.toBeUndefined();
});

test('a server restored from yesterday', async () => {
  await expect(
    outcome([
      ...work,
      sync(surveyor),
      { do: 'back-up' },
      sync(second),
      sync(supervisor),
      { do: 'restore' },
      correct(surveyor),
    ]),
  ).resolves.toBeUndefined();
});

test('a laptop put back to yesterday', async () => {
  await expect(
    outcome([
      { do: 'image', on: surveyor },
      ...work,
      sync(surveyor),
      { do: 'put-back', on: surveyor },
      correct(surveyor),
    ]),
  ).resolves.toBeUndefined();
});
