import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256Hex } from '#shared/core/hash.ts';
import type { FeedId, ProjectId, RecordId } from '#shared/core/ids.ts';
import type { Json } from '#shared/core/json.ts';
import { canonicalJson } from '#shared/core/json.ts';
import { surveyForms } from '#shared/forms/definitions/catalogue.ts';
import type { Entry } from '#shared/records/entry.ts';
import { entryHash, entrySchema } from '#shared/records/entry.ts';
import { MAX_BATCH_BYTES, MAX_BATCH_ENTRIES } from '#shared/sync/http-api.ts';
import type { SegmentEntry } from '#shared/sync/segment.ts';
import {
  hashFeedForSegment,
  hashForSegment,
  layOutSegment,
  readSegment,
} from '#shared/sync/segment.ts';
import { expectOk } from '../../../support/expect-ok.ts';
import { fieldPrices } from '../../../support/field-prices.ts';
import { recordArbitrary } from '../../../support/form-arbitraries.ts';
import { makeContext } from '../../../support/form-context.ts';
import { historyOfThree } from '../../../support/history-arbitraries.ts';
import { makeDevice } from '../../../support/make-entries.ts';

const project = 'p' as ProjectId;

function layOut(entries: readonly Entry[]): string {
  return layOutSegment(project, entries.map(hashForSegment));
}

/** What comes out of a segment, and what went into it. */
function journeyOf(entries: readonly Entry[]) {
  const segment = expectOk(readSegment(layOut(entries)));
  return {
    arrived: segment.entries.map(({ raw, hash }) => ({ entry: entrySchema.parse(raw), hash })),
    sent: entries.map((entry) => ({ entry, hash: entryHash(entry) })),
  };
}

const records = fc
  .array(
    fc
      .constantFrom(...Object.values(surveyForms))
      .chain((form) =>
        recordArbitrary(form, makeContext()).map(({ answers }) => ({ kind: form.id, answers })),
      ),
    { minLength: 1, maxLength: 12 },
  )
  // What is journaled and sent has been JSON: undefined members and -0 are gone.
  .map(
    (all) => JSON.parse(JSON.stringify(all)) as { kind: string; answers: Record<string, Json> }[],
  );

const anything = fc.dictionary(
  fc.stringMatching(/^[a-z][a-z0-9_]{0,5}$/).filter((path) => path !== 'constructor'),
  fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)) as Json),
  { maxKeys: 5, noNullPrototype: true },
);

test('finished records of every form come out of a segment as they went in', () => {
  fc.assert(
    fc.property(records, (all) => {
      const laptop = makeDevice('s1');
      const entries = all.map(({ kind, answers }) => laptop.write({ kind, set: answers }));
      const { arrived, sent } = journeyOf(entries);
      expect(arrived).toEqual(sent);
      expect(hashFeedForSegment(entries)).toEqual(entries.map(hashForSegment));
    }),
    { numRuns: 40 },
  );
});

test('whatever JSON is answered comes out as it went in, strange characters, clears and reasons too', () => {
  const entry = fc.record({ set: anything, why: fc.option(fc.string(), { nil: undefined }) });
  const sets = fc.array(entry, { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(sets, (all) => {
      const laptop = makeDevice('s1');
      const entries = all.map(({ set, why }) =>
        laptop.write({ set, ...(why !== undefined && { why }) }),
      );
      const { arrived, sent } = journeyOf(entries);
      expect(arrived).toEqual(sent);
    }),
  );
});

test('feeds in any mixture, with gaps, and edits of what others wrote come out as they went in', () => {
  const some = historyOfThree.chain((entries) => fc.subarray([...entries]));
  fc.assert(
    fc.property(some, (entries) => {
      const { arrived, sent } = journeyOf(entries);
      expect(arrived).toEqual(sent);
    }),
    { numRuns: 300 },
  );
});

test('five hundred prices take a segment half the size of their JSON or less', () => {
  const laptop = makeDevice('s1');
  const entries = fieldPrices(MAX_BATCH_ENTRIES).map(({ id, answers }) =>
    laptop.write({ record: id, kind: 'price', set: answers }),
  );
  expect(
    Buffer.byteLength(layOut(entries)) / Buffer.byteLength(JSON.stringify(entries)),
  ).toBeLessThan(0.5);
});

test('an entry that does not follow the one before it in the chain says so after the journey', () => {
  const laptop = makeDevice('s1');
  const [first, second] = [laptop.write(), laptop.write()];
  const { arrived, sent } = journeyOf([first, { ...second, prev: entryHash(second) }]);
  expect(arrived).toEqual(sent);
});

test('the texts of entries are canonical JSON, whatever order and names the paths of a segment have', () => {
  const layout = layoutOf([makeDevice('s1').write()]);
  const set = [
    ['b', [['same', { z: 1, a: [null] }]]],
    ['__proto__', [['same', { polluted: true }]]],
    ['a', [['same', 'x|"\\\n\u2028']]],
  ];
  const { entries } = expectOk(readSegment(JSON.stringify({ ...layout, set })));
  expectCanonical(entries);
  expect(Object.keys(entries[0]?.raw['set'] ?? {})).toEqual(['__proto__', 'a', 'b']);
  expect({}).not.toHaveProperty('polluted');
});

function expectCanonical(entries: readonly SegmentEntry[]): void {
  for (const { raw, body, hash } of entries) {
    expect(body).toBe(canonicalJson(raw));
    expect(hash).toBe(sha256Hex(body));
  }
}

test('what is no segment is a failure and never a crash', () => {
  const laptop = makeDevice('s1');
  const text = layOut([
    laptop.write(),
    laptop.write({ kind: 'price', set: { price_amount: '1' } }),
  ]);
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.string({ maxLength: 3 }), (at, put) => {
      const garbled = text.slice(0, at) + put + text.slice(at + 1);
      const read = readSegment(garbled);
      expect(read.ok ? undefined : read.error.kind).toBeOneOf([undefined, 'sync/bad-batch']);
      if (read.ok) expectCanonical(read.value.entries);
    }),
    { numRuns: 2000 },
  );
  for (let cut = 0; cut < text.length; cut += 1) {
    expect(readSegment(text.slice(0, cut))).toMatchObject({ ok: false });
  }
});

test.each(['null', '[]', '{}', '1', '{"segment":2}', '['.repeat(100_000)])(
  'the text %.20s is no segment',
  (text) => {
    expect(readSegment(text)).toMatchObject({ ok: false, error: { kind: 'sync/bad-batch' } });
  },
);

function layoutOf(entries: readonly Entry[]): Record<string, unknown> {
  return JSON.parse(layOut(entries)) as Record<string, unknown>;
}

test('a small segment that would swell to hundreds of megabytes is refused', () => {
  const laptop = makeDevice('s1');
  const entries = Array.from({ length: MAX_BATCH_ENTRIES }, () =>
    laptop.write({ set: { a: '1' } }),
  );
  const bomb = JSON.stringify({
    ...layoutOf(entries),
    set: [['a', [['same', 'x'.repeat(MAX_BATCH_BYTES / 2)]]]],
  });
  expect(bomb.length).toBeLessThan(MAX_BATCH_BYTES);
  expect(readSegment(bomb)).toMatchObject({ ok: false });
});

test('more paths than an entry may have are refused before they are built', () => {
  const laptop = makeDevice('s1');
  const set = Array.from({ length: 301 }, (_, n) => [`p${n}`, [['same', 1]]]);
  const bomb = JSON.stringify({ ...layoutOf([laptop.write({ set: { a: 1 } })]), set });
  expect(readSegment(bomb)).toMatchObject({ ok: false });
});

test.each([
  ['a feed that is not there', { runs: [[1, 1]] }],
  ['too few in its runs', { runs: [] }],
  ['too many in its runs', { runs: [[0, 400]] }],
  ['a stamp before 1970', { times: [-1] }],
  ['a counter that is none', { counters: ['same', 'x'] }],
  ['a column of another length', { base: ['list', []] }],
  [
    'a path named twice',
    {
      set: [
        ['a', [['same', 1]]],
        ['a', [['same', 2]]],
      ],
    },
  ],
  ['more entries than a batch may have', { times: Array.from({ length: 501 }, () => 0) }],
])('a segment with %s is refused', (_, change) => {
  const layout = layoutOf([
    makeDevice('s1', '00000000-0000-4000-8000-000000000000' as FeedId).write({
      record: 'market/a' as RecordId,
    }),
  ]);
  expect(readSegment(JSON.stringify({ ...layout, ...change }))).toMatchObject({ ok: false });
});
