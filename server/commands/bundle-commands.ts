import { readdir, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ReceiptsFile } from '#shared/bundle/receipts-file.ts';
import { writeReceiptsFile } from '#shared/bundle/receipts-file.ts';
import type { ProjectId } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import { noteAudit } from '../services/audit.ts';
import { openBundleFile } from '../services/bundle-file.ts';
import { checkAnswers } from '../services/check-answers.ts';
import type { BundleImport, ImportDeps } from '../services/import-bundle.ts';
import { importBundle } from '../services/import-bundle.ts';
import { makeKeyPair } from '../services/sign-receipts.ts';
import { addServerKey } from '../store/issuer-store.ts';
import { openPhotoFiles } from '../store/photo-store.ts';
import type { Command, Outcome } from './command.ts';
import { withProject } from './command.ts';
import { diskFullSentence } from './disk-full.ts';

/** Bundles from a stick into the database, and receipts for them back onto it. */
export const takeBundle: Command = {
  usage: 'import-bundle FILE|FOLDER [--receipts FILE] [--project CODE]',
  summary: 'take in a bundle, or all of a folder (*.bzb), and write the receipts beside it (*.bzr)',
  positionals: 1,
  options: { receipts: { type: 'string' }, project: { type: 'string' } },
  run: async (invocation) =>
    withProject(invocation, async (db, project) => {
      const [place = ''] = invocation.positionals;
      const files = await bundlesAt(place);
      if (!files.ok) return files;
      await addServerKey(db, makeKeyPair());
      const photos = await openPhotoFiles(invocation.config.dataFolder);
      const deps = { db, photos, checkAnswers, nowMs: invocation.nowMs };
      const receiptsAt = invocation.option('receipts') ?? besideBundles(files.value);
      return takeAll(deps, project, files.value, receiptsAt);
    }),
};

async function takeAll(
  deps: ImportDeps,
  project: ProjectId,
  files: readonly string[],
  receiptsAt: string,
): Promise<Outcome> {
  const lines: string[] = [];
  const taken: BundleImport[] = [];
  let isWhole = true;
  for (const name of files) {
    const file = await openBundleFile(name);
    try {
      const outcome = await importBundle(deps, project, file);
      if (outcome.ok) {
        taken.push(outcome.value);
        const { bundle, person, counts } = outcome.value.manifest;
        const detail = { bundle, entries: counts.entries, photos: counts.photos };
        await noteAudit(deps, project, { action: 'bundle-taken', by: null, to: person, detail });
      }
      isWhole &&= outcome.ok && outcome.value.failures.length === 0;
      lines.push(
        outcome.ok
          ? describeImport(name, outcome.value)
          : `${name}: not taken in (${JSON.stringify(outcome.error)})`,
      );
    } catch (error) {
      const full = diskFullSentence(error);
      if (full === undefined) throw error;
      // What was taken before is told of, and its receipts go back: they may lie on another disk.
      isWhole = false;
      lines.push(`${name}: ${full}`);
      break;
    } finally {
      await file.close();
    }
  }
  if (taken.length > 0) {
    await writeWhole(receiptsAt, writeReceiptsFile(mergeReceipts(taken)));
    lines.push(`Receipts for the senders: ${receiptsAt}`);
  }
  return isWhole ? ok(lines.join('\n')) : err(lines.join('\n'));
}

function describeImport(name: string, { manifest, receipts, failures }: BundleImport): string {
  const { person, counts, part } = manifest;
  const refused = receipts.refused.length;
  const parts = [
    `${name}: ${counts.entries} entries and ${counts.photos} photos of ${person}`,
    part.of > 1 ? `part ${part.number} of ${part.of}` : '',
    refused > 0 ? `${refused} entries are kept in quarantine` : '',
    ...failures.map(({ what, failure }) => `not taken in: ${what} ${JSON.stringify(failure)}`),
  ];
  return parts.filter((text) => text !== '').join('; ');
}

/** One file of receipts for all; of a feed that came in several bundles the farthest. */
function mergeReceipts(taken: readonly BundleImport[]): ReceiptsFile {
  const all = taken.map(({ receipts }) => receipts);
  const byFeed = new Map<string, ReceiptsFile['receipts'][number]>();
  for (const receipt of all.flatMap(({ receipts }) => receipts)) {
    if ((byFeed.get(receipt.feed)?.seq ?? 0) <= receipt.seq) byFeed.set(receipt.feed, receipt);
  }
  return {
    receipts: [...byFeed.values()],
    photos: all.flatMap(({ photos }) => photos),
    refused: all.flatMap(({ refused }) => refused),
  };
}

async function bundlesAt(place: string): Promise<Result<readonly string[], string>> {
  const found = await stat(place).catch(() => undefined);
  if (!found) return err(`there is no file or folder ${place}`);
  if (!found.isDirectory()) return ok([place]);
  const names = (await readdir(place)).filter((name) => name.endsWith('.bzb')).toSorted();
  return names.length > 0
    ? ok(names.map((name) => path.join(place, name)))
    : err(`there is no bundle (*.bzb) in ${place}`);
}

function besideBundles([first = '']: readonly string[]): string {
  return path.join(path.dirname(first), 'bazarnegar-receipts.bzr');
}

async function writeWhole(file: string, text: string): Promise<void> {
  await writeFile(`${file}.unfinished`, text, { flush: true });
  await rename(`${file}.unfinished`, file);
}
