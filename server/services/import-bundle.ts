import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { decryptWith } from '#shared/bundle/age.ts';
import type { BundledSegment, Manifest } from '#shared/bundle/manifest.ts';
import { manifestText } from '#shared/bundle/manifest.ts';
import type { BundleReader, BundleVisitor } from '#shared/bundle/read-bundle.ts';
import { readBundle } from '#shared/bundle/read-bundle.ts';
import type { ReceiptsFile, RefusedEntryNote } from '#shared/bundle/receipts-file.ts';
import type { Failure } from '#shared/core/failure.ts';
import type { FeedId, ProjectId } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { PhotoReceipt, Receipt } from '#shared/records/receipt.ts';
import type { SegmentEntry } from '#shared/sync/segment.ts';
import type { Account } from '../store/account-store.ts';
import type { BundleFile } from './bundle-file.ts';
import { bundleKeys } from './devices.ts';
import { findSigner, registerSigner } from './enrolments.ts';
import type { PhotoDeps } from './keep-photo.ts';
import { keepPhoto, photoReceipt } from './keep-photo.ts';
import type { PushDeps } from './push-entries.ts';
import { pushSigned } from './push-signed.ts';
import { parseEntry } from './read-batch.ts';
import { verifySignature } from './verify-signature.ts';

/** What a bundle is taken in with. */
export type ImportDeps = PushDeps & PhotoDeps;

/** What became of a bundle: what was confirmed, and the feeds of which something could not be taken. */
export interface BundleImport {
  readonly manifest: Manifest;
  readonly receipts: ReceiptsFile;
  readonly failures: readonly { readonly what: FeedId | string; readonly failure: Failure }[];
}

/**
 * Takes a bundle in, by the same judge as a push. It is read to its end first: a bundle that is damaged anywhere changes nothing.
 * Taking it in again is harmless, and answers the same receipts.
 */
export async function importBundle(
  deps: ImportDeps,
  project: ProjectId,
  file: BundleFile,
): Promise<Result<BundleImport, Failure>> {
  const { identity, recipient } = await bundleKeys(deps.db);
  const reader: BundleReader = {
    project,
    recipient,
    findPerson: async (device, certificate) => {
      const signer = await findSigner(deps, project, device, certificate);
      return signer.ok ? ok(signer.value.person) : signer;
    },
    verify: verifySignature,
    gunzip: unzip,
  };
  const looked = await readBundle(decryptWith(identity, file.chunks()), reader, lookingOnly);
  if (!looked.ok) return looked;
  const manifest = looked.value;
  const signer = await registerSigner(deps, project, manifest.device, manifest.certificate);
  if (!signer.ok) return signer;
  const taking = createTaking(deps, signer.value, manifest);
  const taken = await readBundle(decryptWith(identity, file.chunks()), reader, taking.visitor);
  return taken.ok ? ok({ manifest, ...taking.outcome() }) : taken;
}

async function nothing(): Promise<Result<null, Failure>> {
  return ok(null);
}

const lookingOnly: BundleVisitor = { manifest: nothing, segment: nothing, photo: nothing };

function createTaking(deps: ImportDeps, account: Account, looked: Manifest) {
  const receipts = new Map<FeedId, Receipt>();
  const refused: RefusedEntryNote[] = [];
  const photos: PhotoReceipt[] = [];
  const failures: { what: FeedId | string; failure: Failure }[] = [];
  const stopped = new Set<FeedId>();

  async function takeSegment(
    segment: BundledSegment,
    entries: readonly SegmentEntry[],
  ): Promise<Result<null, Failure>> {
    const { feed, last, hash, signature } = segment;
    if (stopped.has(feed)) return ok(null);
    const received = entries.map(({ raw, ...entry }) => {
      return { ...entry, parsed: parseEntry(raw, entry.body) };
    });
    const head = { feed, seq: last, hash, signature, device: looked.device };
    const push = { project: account.project, feed, entries: received };
    const taken = await pushSigned(deps, account, push, { head });
    if (!taken.ok) {
      stopped.add(feed);
      failures.push({ what: feed, failure: taken.error });
      return ok(null);
    }
    const { receipt } = taken.value;
    if (receipt) receipts.set(feed, receipt);
    refused.push(...taken.value.refused.map((one) => ({ feed, ...one })));
    return ok(null);
  }

  const visitor: BundleVisitor = {
    // Whoever signs a bundle chooses its number: only the whole manifest tells that this is the file that was looked at.
    manifest: async (manifest) =>
      manifestText(manifest) === manifestText(looked)
        ? ok(null)
        : err({ kind: 'bundle/damaged', detail: 'changed while it was read' }),
    segment: takeSegment,
    photo: async ({ sha256 }, bytes) => {
      const kept = await keepPhoto(deps, account, sha256, Readable.from([bytes]));
      if (kept.ok) photos.push(await photoReceipt(deps, account, sha256));
      else failures.push({ what: sha256, failure: kept.error });
      return ok(null);
    },
  };
  return {
    visitor,
    outcome: () => ({ receipts: { receipts: [...receipts.values()], photos, refused }, failures }),
  };
}

const inflate = promisify(gunzip);

async function unzip(bytes: Uint8Array, limit: number): Promise<Uint8Array | undefined> {
  return inflate(bytes, { maxOutputLength: limit }).catch(() => undefined);
}
