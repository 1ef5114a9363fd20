import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf8 } from '#shared/core/hash.ts';
import { ok } from '#shared/core/result.ts';
import { emptyJournal } from '#shared/journal/frame.ts';
import type { JournalNote } from '#shared/journal/frame.ts';
import type { Journal } from '#shared/journal/journal.ts';
import { createJournal } from '#shared/journal/journal.ts';
import { expectOk } from '../../../support/expect-ok.ts';
import type { MemoryDisk } from '../../../support/memory-journal-folder.ts';
import { createMemoryDisk, openMemoryFolder } from '../../../support/memory-journal-folder.ts';
import { readTexts } from '../../../support/read-journal.ts';

/** A journal record as far as compaction looks at it; `n` tells it from all others. */
type Item = Readonly<Record<string, unknown>> & { readonly is: string };

const name = fc.constantFrom('r1', 'r2', 'r3');
function item(n: number): fc.Arbitrary<Item> {
  return fc.oneof(
    { weight: 6, arbitrary: name.map((record) => ({ is: 'draft', draft: { record, n } })) },
    { weight: 2, arbitrary: name.map((record) => ({ is: 'draft-removed', record, n })) },
    { weight: 2, arbitrary: name.map((record) => ({ is: 'entry', entry: { record, n } })) },
    fc.constantFrom<Item>(
      { is: 'setting', key: 'language', n },
      { is: 'cursor', n },
      { is: 'photo', photo: { n } },
      { is: 'confirmed', n },
      { is: 'identity', n },
      { is: 'of a newer version', draft: { record: 'r1' }, n },
    ),
  );
}

interface Plan {
  readonly acts: readonly (readonly Item[])[];
  readonly volumeBytes: number;
  /** The journal is compacted after so many acts, again and again. */
  readonly every: number;
}

const plan: fc.Arbitrary<Plan> = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 15, maxLength: 60 }),
    volumeBytes: fc.integer({ min: 100, max: 900 }),
    every: fc.integer({ min: 3, max: 20 }),
  })
  .chain(({ sizes, ...rest }) => {
    const acts = sizes.map((size, at) =>
      fc.tuple(...Array.from({ length: size }, (_, index) => item(at * 10 + index))),
    );
    return fc.record({ acts: fc.tuple(...acts), ...fcConstants(rest) });
  });

function fcConstants<T extends object>(values: T): { [K in keyof T]: fc.Arbitrary<T[K]> } {
  const entries = Object.entries(values).map(([key, value]) => [key, fc.constant(value)]);
  return Object.fromEntries(entries) as { [K in keyof T]: fc.Arbitrary<T[K]> };
}

/** What acts come to: everything that stays in order, and of everything else the last word. */
function meaningOf(texts: readonly string[]): unknown {
  const items = texts.flatMap((text) => JSON.parse(text) as readonly Item[]);
  const drafts = new Map<string, unknown>();
  const last = new Map<string, unknown>();
  const kept: Item[] = [];
  for (const one of items) {
    if (one.is === 'draft') drafts.set((one['draft'] as { record: string }).record, one);
    else if (one.is === 'draft-removed') drafts.delete(one['record'] as string);
    else if (one.is === 'setting' || one.is === 'cursor') last.set(one.is, one);
    else kept.push(one);
  }
  return { kept, drafts: [...drafts].toSorted(byName), last: [...last].toSorted(byName) };
}

function journalOn(disk: MemoryDisk, volumeBytes: number): Journal {
  return createJournal(async () => ok(openMemoryFolder(disk)), volumeBytes);
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

async function reopened(
  disk: MemoryDisk,
  known: JournalNote,
): Promise<{ readonly texts: readonly string[]; readonly knownIsPrefix: boolean }> {
  const journal = journalOn(disk, 100);
  const { knownIsPrefix } = expectOk(await journal.open(known));
  return { texts: await readTexts(journal), knownIsPrefix };
}

/** Appends and compacts until the power goes; answers the acts that were acknowledged, and the place after them. */
async function play(
  disk: MemoryDisk,
  { acts, volumeBytes, every }: Plan,
): Promise<{ readonly acknowledged: readonly string[]; readonly note: JournalNote }> {
  const journal = journalOn(disk, volumeBytes);
  const acknowledged: string[] = [];
  let note: JournalNote = { frames: 0, head: emptyJournal.head };
  await journal.open(null);
  for (const [at, act] of acts.entries()) {
    const text = JSON.stringify(act);
    const appended = await journal.append([utf8(text)]);
    if (!appended.ok) break;
    acknowledged.push(text);
    const { frames, head } = appended.value;
    note = { frames, head };
    if (at % every === every - 1) await journal.compact();
  }
  return { acknowledged, note };
}

test('a journal compacted again and again says what was appended to it', async () => {
  let shortened = 0;
  await fc.assert(
    fc.asyncProperty(plan, async (given) => {
      const disk = createMemoryDisk();
      const { acknowledged, note } = await play(disk, given);
      const found = await reopened(disk, note);
      expect(meaningOf(found.texts)).toEqual(meaningOf(acknowledged));
      expect(found.knownIsPrefix).toBe(true);
      if (found.texts.length < acknowledged.length) shortened += 1;
    }),
    { numRuns: 300 },
  );
  expect(shortened).toBeGreaterThan(20);
});

test('whichever file operation the power goes at, all that was acknowledged is there', async () => {
  await fc.assert(
    fc.asyncProperty(plan, async (given) => {
      for (let operations = 1; ; operations += 1) {
        const disk = createMemoryDisk();
        disk.powerFor = operations;
        const { acknowledged, note } = await play(disk, given);
        const hadPower = disk.powerFor > 0;
        disk.powerFor = undefined;
        const found = await reopened(disk, note);
        // The act under way may have come through whole; nothing else may differ.
        const next = given.acts[acknowledged.length];
        const longer = next ? [...acknowledged, JSON.stringify(next)] : acknowledged;
        expect([meaningOf(acknowledged), meaningOf(longer)]).toContainEqual(meaningOf(found.texts));
        expect(found.knownIsPrefix).toBe(true);
        if (hadPower) return;
      }
    }),
    { numRuns: 40 },
  );
});
