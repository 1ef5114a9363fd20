import * as fc from 'fast-check';
import type { Person } from './server.ts';

/** What a person does on a laptop. Numbers choose among what is there when their turn comes. */
export type Act =
  | { readonly do: 'make'; readonly kind: 'visit' | 'brand' | 'comment'; readonly about: number }
  | { readonly do: 'correct'; readonly record: number; readonly field: number }
  | { readonly do: 'review'; readonly record: number; readonly step: number }
  | { readonly do: 'begin'; readonly record: number; readonly field: number }
  | { readonly do: 'type' }
  | { readonly do: 'finish' }
  | { readonly do: 'settle'; readonly record: number }
  | { readonly do: 'remove'; readonly record: number }
  | { readonly do: 'withdraw' };

/** What becomes of one exchange of a sync. */
export type Fate =
  | { readonly is: 'well' }
  /** Nothing arrives; all is done and nobody hears of it; a hotspot answers. */
  | { readonly is: 'lost-request' | 'lost-answer' | 'captive-portal' }
  /** Arrives twice; arrives once more, much later (`late-copies`). */
  | { readonly is: 'twice' | 'late-copy' }
  | { readonly is: 'cut-batch'; readonly part: number }
  | { readonly is: 'busy' | 'too-large' }
  /** The server is killed before anything is durable; after it is, see `lost-answer`. */
  | { readonly is: 'server-killed' }
  /** The laptop is killed before the request leaves, or with the answer on its way. */
  | { readonly is: 'killed-before' | 'killed-after' }
  | { readonly is: 'cancelled' }
  /** While it is under way the person goes on, or another laptop syncs. */
  | { readonly is: 'meanwhile'; readonly act: Act }
  | { readonly is: 'others-sync'; readonly on: number };

/** What a restart finds of the index. */
export type IndexFound = 'kept' | 'lost' | 'old';

/** When an append of the journal is the last thing a laptop does. */
export type DeathPoint = 'before' | 'torn' | 'after';

/** One thing that happens. `on`: a laptop. */
export type Step =
  | { readonly do: 'act'; readonly on: number; readonly act: Act }
  | { readonly do: 'sync'; readonly on: number; readonly fates: readonly Fate[] }
  /** The power goes; some bytes that were on their way to the disk lie behind the journal. */
  | {
      readonly do: 'power-cut';
      readonly on: number;
      readonly index: IndexFound;
      readonly rest: number;
    }
  /** The laptop is to die at its `at`-th append from now. */
  | {
      readonly do: 'dies-at-append';
      readonly on: number;
      readonly at: number;
      readonly point: DeathPoint;
      readonly index: IndexFound;
    }
  | { readonly do: 'disk-fails'; readonly on: number; readonly fault: 'full' | 'torn' | 'late' }
  | { readonly do: 'index-fails'; readonly on: number; readonly times: number }
  | { readonly do: 'clock'; readonly on: number; readonly ms: number }
  | { readonly do: 'back-up' }
  | { readonly do: 'restore' }
  | { readonly do: 'image'; readonly on: number }
  /** The laptop is put back to its image: what it wrote since is gone from it. */
  | { readonly do: 'put-back'; readonly on: number }
  /** A stick takes the laptop's own feeds, all of them or what is not confirmed; another day the server takes them in. */
  | { readonly do: 'export'; readonly on: number; readonly all: boolean; readonly most: number }
  | { readonly do: 'import'; readonly stick: number }
  | { readonly do: 'late-copies' };

/** A schedule: who has a laptop, and what happens. */
export interface Program {
  readonly laptops: readonly Person[];
  /** Whether those who joined last are the first to sync when all failures have ended. */
  readonly lastFirst: boolean;
  /** How many records all of them have in common from the beginning. */
  readonly shared: number;
  readonly steps: readonly Step[];
}

const on = fc.nat({ max: 3 });
// Few, so that people meet on one record.
const some = fc.nat({ max: 3 });

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('make' as const),
      kind: fc.constantFrom(
        'visit' as const,
        'visit' as const,
        'brand' as const,
        'comment' as const,
      ),
      about: some,
    }),
  },
  {
    weight: 9,
    arbitrary: fc.record({
      do: fc.constant('correct' as const),
      record: some,
      field: fc.nat({ max: 1 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('review' as const), record: some, step: some }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('begin' as const),
      record: some,
      field: fc.nat({ max: 1 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant<Act>({ do: 'type' }) },
  { weight: 3, arbitrary: fc.constant<Act>({ do: 'finish' }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('settle' as const), record: some }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), record: some }) },
  { weight: 1, arbitrary: fc.constant<Act>({ do: 'withdraw' }) },
);

const fate: fc.Arbitrary<Fate> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Fate>({ is: 'well' }) },
  {
    weight: 6,
    arbitrary: fc.constantFrom<Fate>(
      { is: 'lost-request' },
      { is: 'lost-answer' },
      { is: 'captive-portal' },
      { is: 'twice' },
      { is: 'late-copy' },
      { is: 'busy' },
      { is: 'too-large' },
      { is: 'server-killed' },
      { is: 'killed-before' },
      { is: 'killed-after' },
      { is: 'cancelled' },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      is: fc.constant('cut-batch' as const),
      part: fc.integer({ max: 99, min: 1 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('meanwhile' as const), act }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('others-sync' as const), on }) },
);

const indexFound = fc.constantFrom<IndexFound>('kept', 'lost', 'old');

const always: readonly fc.WeightedArbitrary<Step>[] = [
  { weight: 32, arbitrary: fc.record({ do: fc.constant('act' as const), on, act }) },
  {
    weight: 10,
    arbitrary: fc.record({ do: fc.constant('sync' as const), on, fates: fc.constant([]) }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('sync' as const),
      on,
      fates: fc.array(fate, { minLength: 1, maxLength: 5 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('power-cut' as const),
      on,
      index: indexFound,
      rest: fc.nat({ max: 40 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('dies-at-append' as const),
      on,
      at: fc.integer({ min: 1, max: 4 }),
      point: fc.constantFrom<DeathPoint>('before', 'torn', 'after'),
      index: indexFound,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('disk-fails' as const),
      on,
      fault: fc.constantFrom('full' as const, 'torn' as const, 'late' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('index-fails' as const),
      on,
      times: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('clock' as const),
      on,
      ms: fc.integer({ min: -4e10, max: 4e10 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('export' as const),
      on,
      all: fc.boolean(),
      most: fc.integer({ min: 1, max: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('import' as const), stick: some }) },
  { weight: 1, arbitrary: fc.constant<Step>({ do: 'late-copies' }) },
];

const serverRestores: readonly fc.WeightedArbitrary<Step>[] = [
  { weight: 2, arbitrary: fc.constant<Step>({ do: 'back-up' }) },
  { weight: 2, arbitrary: fc.constant<Step>({ do: 'restore' }) },
];

const laptopsPutBack: readonly fc.WeightedArbitrary<Step>[] = [
  { weight: 2, arbitrary: fc.record({ do: fc.constant('image' as const), on }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('put-back' as const), on }) },
];

// Two laptops of one person; two surveyors, who must not see each other's; two reviewers.
const crews: readonly (readonly Person[])[] = [
  ['surveyor1', 'supervisor1'],
  ['surveyor1', 'surveyor1', 'supervisor1'],
  ['surveyor1', 'supervisor1', 'surveyor2'],
  ['surveyor1', 'supervisor1', 'secretariat1'],
  ['surveyor1', 'surveyor1', 'supervisor1', 'surveyor2'],
];

function programOf(steps: readonly fc.WeightedArbitrary<Step>[]): fc.Arbitrary<Program> {
  return fc.record({
    laptops: fc.constantFrom(...crews),
    lastFirst: fc.boolean(),
    shared: fc.nat({ max: 2 }),
    steps: fc.array(fc.oneof(...steps), { minLength: 1, maxLength: 36, size: 'max' }),
  });
}

/**
 * All schedules. A server that forgets and a laptop that forgets do not come together in one: what both have forgotten
 * nobody has.
 */
export const programs: fc.Arbitrary<Program> = fc.oneof(
  programOf([...always, ...serverRestores]),
  programOf([...always, ...laptopsPutBack]),
);

/** The schedule of a seed, always the same. */
export function programOfSeed(seed: number): Program {
  const [program] = fc.sample(programs, { seed, numRuns: 1, unbiased: true });
  if (!program) throw new Error(`seed ${seed} makes no schedule`);
  return program;
}
