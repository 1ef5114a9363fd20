import { expect, test } from 'vitest';
import type { Program, Step } from './program.ts';
import { runProgram } from './run.ts';
import type { Person } from './server.ts';

// Schedules that once went wrong, each cut down to what it takes.

const pair: readonly Person[] = ['surveyor1', 'supervisor1'];
const [surveyor, supervisor] = [0, 1];
const trio: readonly Person[] = ['surveyor1', 'supervisor1', 'secretariat1'];
/** One surveyor with two laptops. */
const twoOfOne: readonly Person[] = ['surveyor1', 'surveyor1', 'supervisor1', 'surveyor2'];

function correct(on: number): Step {
  return { do: 'act', on, act: { do: 'correct', record: 0, field: 0 } };
}

function review(on: number, step: number): Step {
  return { do: 'act', on, act: { do: 'review', record: 0, step } };
}

function begin(on: number): Step {
  return { do: 'act', on, act: { do: 'begin', record: 0, field: 0 } };
}

function make(on: number): Step {
  return { do: 'act', on, act: { do: 'make', kind: 'visit', about: 0 } };
}

function sync(on: number): Step {
  return { do: 'sync', on, fates: [] };
}

const finish: Step = { do: 'act', on: surveyor, act: { do: 'finish' } };

const examples: readonly (Partial<Program> & {
  readonly name: string;
  readonly steps: readonly Step[];
})[] = [
  {
    name: 'a draft that is begun again on a clock behind the server’s is kept',
    steps: [
      begin(surveyor),
      { do: 'clock', on: surveyor, ms: -3_600_000 },
      sync(surveyor),
      finish,
      begin(surveyor),
    ],
  },
  {
    name: 'a draft that is begun again on a clock set back is kept',
    steps: [
      begin(surveyor),
      finish,
      { do: 'clock', on: surveyor, ms: -3_600_000 },
      begin(surveyor),
    ],
  },
  {
    name: 'a sync beside an index that is behind does not ask for one page for ever',
    steps: [
      ...Array.from({ length: 6 }, () => make(surveyor)),
      sync(surveyor),
      { do: 'index-fails', on: supervisor, times: 1 },
      sync(supervisor),
    ],
  },
  {
    name: 'a sync beside an index that is behind does not call old numbers confirmed',
    steps: [
      begin(supervisor),
      { do: 'act', on: supervisor, act: { do: 'finish' } },
      sync(supervisor),
      { do: 'index-fails', on: supervisor, times: 1 },
      { do: 'restore' },
      sync(supervisor),
    ],
  },
  {
    name: 'what a refused answer had replaced does not come back as a conflict when it is said again',
    steps: [
      review(supervisor, 3),
      correct(surveyor),
      sync(supervisor),
      review(supervisor, 0),
      { do: 'sync', on: surveyor, fates: [{ is: 'well' }] },
      sync(supervisor),
      sync(surveyor),
      review(surveyor, 0),
      sync(surveyor),
    ],
  },
  {
    name: 'a laptop put back to yesterday says again what it wrote since, and shows what all others show',
    steps: [
      { do: 'image', on: surveyor },
      make(surveyor),
      sync(surveyor),
      { do: 'put-back', on: surveyor },
      correct(surveyor),
    ],
  },
  {
    name: 'a laptop put back to yesterday keeps also what it overwrote itself since',
    steps: [
      { do: 'image', on: surveyor },
      correct(surveyor),
      sync(surveyor),
      { do: 'put-back', on: surveyor },
      correct(surveyor),
      correct(surveyor),
    ],
  },
  {
    name: 'what was sent after the image of a laptop was made is not said twice',
    steps: [
      correct(surveyor),
      { do: 'image', on: surveyor },
      sync(surveyor),
      correct(surveyor),
      sync(surveyor),
      { do: 'put-back', on: surveyor },
    ],
  },
  {
    name: 'what is given up after a feed ended is what was refused, not what the server has under its number',
    steps: [
      { do: 'image', on: surveyor },
      review(supervisor, 1),
      correct(surveyor),
      { do: 'sync', on: surveyor, fates: [{ is: 'well' }, { is: 'lost-request' }] },
      { do: 'put-back', on: surveyor },
      sync(supervisor),
      correct(surveyor),
    ],
  },
  ...['a correction', 'an approval'].map((what) => ({
    name: `${what} that a restored server is sent before the record it is of is taken as it was taken before`,
    shared: 0,
    steps: [
      make(surveyor),
      sync(surveyor),
      sync(supervisor),
      what === 'a correction' ? correct(supervisor) : review(supervisor, 1),
      sync(supervisor),
      { do: 'restore' } as const,
      sync(supervisor),
      sync(surveyor),
    ],
  })),
  {
    name: 'what was refused stays refused by a restored server that would take it now',
    shared: 0,
    steps: [
      make(surveyor),
      sync(surveyor),
      sync(supervisor),
      review(supervisor, 1),
      sync(supervisor),
      correct(surveyor),
      sync(surveyor),
      { do: 'restore' },
      sync(surveyor),
      sync(supervisor),
    ],
  },
  {
    name: 'what comes back to a laptop that was put back, without what was refused before and behind it, is not said twice',
    steps: [
      { do: 'image', on: surveyor },
      correct(surveyor),
      review(supervisor, 3),
      sync(supervisor),
      make(surveyor),
      correct(surveyor),
      sync(surveyor),
      { do: 'put-back', on: surveyor },
    ],
  },
  {
    name: 'what was confirmed to a laptop that was put back, beside an index that fell behind just then, is not said twice',
    steps: [
      review(supervisor, 0),
      { do: 'image', on: supervisor },
      correct(supervisor),
      sync(supervisor),
      { do: 'put-back', on: supervisor },
      { do: 'index-fails', on: supervisor, times: 1 },
      sync(supervisor),
    ],
  },
  {
    name: 'a comment on a brand is read by the surveyor who proposed it',
    shared: 2,
    steps: [{ do: 'act', on: supervisor, act: { do: 'make', kind: 'comment', about: 1 } }],
  },
  {
    name: 'a comment of theirs on a brand of another reaches the second laptop of a surveyor',
    laptops: ['surveyor1', 'surveyor2', 'surveyor2'],
    shared: 2,
    steps: [{ do: 'act', on: 1, act: { do: 'make', kind: 'comment', about: 0 } }],
  },
  {
    name: 'what a restored server refuses of a laptop that died over its receipt goes from those who had it before',
    laptops: trio,
    steps: [
      { do: 'dies-at-append', on: 0, at: 3, point: 'before', index: 'kept' },
      review(2, 3),
      review(0, 0),
      review(0, 0),
      sync(0),
      sync(1),
      { do: 'restore' },
      { do: 'sync', on: 2, fates: [{ is: 'well' }] },
      { do: 'dies-at-append', on: 0, at: 1, point: 'before', index: 'kept' },
    ],
  },
  {
    name: 'what was refused, and came by stick to a restored server that takes it, counts again where it was given up',
    laptops: twoOfOne,
    steps: [
      review(2, 1),
      correct(1),
      { do: 'sync', on: 2, fates: [{ is: 'killed-after' }] },
      { do: 'export', on: 1, all: false, most: 1 },
      sync(1),
      { do: 'restore' },
      correct(0),
    ],
  },
  {
    name: 'what was taken, and came by stick to a restored server that refuses it, is refused where it was written',
    laptops: twoOfOne,
    steps: [
      correct(1),
      { do: 'export', on: 1, all: false, most: 1 },
      sync(1),
      review(2, 3),
      { do: 'restore' },
      sync(2),
      sync(0),
    ],
  },
  {
    name: 'a record that is removed where it waits for an answer takes what was refused of it along',
    laptops: trio,
    steps: [
      review(2, 0),
      review(1, 1),
      sync(1),
      sync(2),
      { do: 'sync', on: 2, fates: [{ is: 'meanwhile', act: { do: 'remove', record: 0 } }] },
    ],
  },
  {
    name: 'a draft that comes back on a laptop that was put back, and is finished once more, says twice what was said twice',
    steps: [
      begin(supervisor),
      { do: 'image', on: supervisor },
      { do: 'act', on: supervisor, act: { do: 'finish' } },
      sync(supervisor),
      { do: 'put-back', on: supervisor },
      correct(supervisor),
      make(supervisor),
      { do: 'act', on: supervisor, act: { do: 'finish' } },
    ],
  },
];

test.each(examples)('$name', async (example) => {
  const program = { laptops: pair, lastFirst: false, shared: 1, ...example };
  expect(await runProgram(program)).toBeUndefined();
});
