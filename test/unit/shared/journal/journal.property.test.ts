import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ok } from '#shared/core/result.ts';
import type { Journal } from '#shared/journal/journal.ts';
import { createJournal } from '#shared/journal/journal.ts';
import { expectOk } from '../../../support/expect-ok.ts';
import type { MemoryDisk, WriteFault } from '../../../support/memory-journal-folder.ts';
import { createMemoryDisk, openMemoryFolder } from '../../../support/memory-journal-folder.ts';
import { readPages } from '../../../support/read-journal.ts';

const SECTOR = 512;

const payload = fc.uint8Array({ minLength: 0, maxLength: 1500 });
const act = fc.array(payload, { minLength: 1, maxLength: 3 });

function journalOn(disk: MemoryDisk): Journal {
  return createJournal(async () => ok(openMemoryFolder(disk)));
}

async function payloadsOf(disk: MemoryDisk): Promise<readonly string[]> {
  const journal = journalOn(disk);
  await journal.open(null);
  return (await readPages(journal)).flatMap(({ payloads }) => payloads.map(asText));
}

function asText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

function isSubsequence(part: readonly string[], whole: readonly string[]): boolean {
  let at = 0;
  for (const item of whole) if (item === part[at]) at += 1;
  return at === part.length;
}

// After SQLite's crash tests: of what was written since the last flush each sector is kept, zeroed or garbled, or the end is missing.
test('a power cut during a save loses nothing acknowledged and lets no chance bytes in', async () => {
  const sectors = fc.array(fc.constantFrom('kept', 'zero', 'garbled'), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(act, { maxLength: 6 }),
      act,
      fc.nat(6000),
      sectors,
      fc.infiniteStream(fc.nat(255)),
      async (saved, underWay, missing, fates, chance) => {
        const disk = createMemoryDisk();
        const journal = journalOn(disk);
        await journal.open(null);
        for (const payloads of saved) expectOk(await journal.append(payloads));
        const durable = disk.bytes.length;
        await journal.append(underWay);

        const image = disk.bytes.slice(0, Math.max(durable, disk.bytes.length - missing));
        for (const [index, fate] of fates.entries()) {
          const at = durable + index * SECTOR;
          if (fate === 'zero') image.fill(0, at, at + SECTOR);
          if (fate === 'garbled') {
            const sector = image.subarray(at, at + SECTOR);
            sector.set([...chance.take(sector.length)]);
          }
        }
        const found = await payloadsOf(createMemoryDisk(image));

        const acknowledged = saved.flat().map(asText);
        expect(found.slice(0, acknowledged.length)).toEqual(acknowledged);
        const rest = found.slice(acknowledged.length);
        expect(isSubsequence(rest, underWay.map(asText))).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

test('a byte that goes bad costs its own frame and no other', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(payload, { minLength: 1, maxLength: 12 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      fc.integer({ min: 1, max: 255 }),
      async (payloads, place, change) => {
        const disk = createMemoryDisk();
        const journal = journalOn(disk);
        await journal.open(null);
        for (const one of payloads) expectOk(await journal.append([one]));
        const at = Math.floor(place * disk.bytes.length);
        disk.bytes[at] = (disk.bytes[at] ?? 0) ^ change;

        const found = await payloadsOf(disk);
        const sizes = payloads.map((one) => one.length + 12);
        let hit = 0;
        for (let end = sizes[0] ?? 0; end <= at; end += sizes[hit] ?? 0) hit += 1;
        expect(found).toEqual(payloads.filter((_, index) => index !== hit).map(asText));
      },
    ),
    { numRuns: 500 },
  );
});

test('whatever a disk does to writes, what was acknowledged is there and nothing unheard-of is', async () => {
  const fault = fc.constantFrom<WriteFault>('none', 'none', 'full', 'torn', 'late');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(act, fault), { minLength: 1, maxLength: 12 }),
      async (steps) => {
        const disk = createMemoryDisk();
        const journal = journalOn(disk);
        await journal.open(null);
        const acknowledged: string[] = [];
        for (const [payloads, what] of steps) {
          disk.plan.splice(0, disk.plan.length, what);
          const appended = await journal.append(payloads);
          if (appended.ok) acknowledged.push(...payloads.map(asText));
        }
        disk.plan.length = 0;
        const found = await payloadsOf(disk);
        expect(isSubsequence(acknowledged, found)).toBe(true);
        expect(
          isSubsequence(
            found,
            steps.flatMap(([payloads]) => payloads.map(asText)),
          ),
        ).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});
