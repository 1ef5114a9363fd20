import type { Manifest } from '#shared/bundle/manifest.ts';
import { BUNDLE_VERSION, countItems, MAX_BUNDLE_ITEMS } from '#shared/bundle/manifest.ts';
import type { Failure } from '#shared/core/failure.ts';
import { sha256Hex } from '#shared/core/hash.ts';
import type { Sha256 } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import { nextBatch } from '#shared/sync/batch.ts';
import { hashForSegment } from '#shared/sync/segment.ts';
import type { Identity } from '#shared/journal/journal-record.ts';
import type { LocalStore } from '../db/stores.ts';
import type { DeviceKeys } from './device-keys.ts';
import { loadDeviceKeys } from './device-keys.ts';
import type { Transport } from './http-transport.ts';
import { gzip } from './gzip.ts';
import { signHead } from './sign-head.ts';
import { freshTeamKeys } from './team-keys.ts';

/** What a bundle is made from. */
export interface BundleSource {
  readonly store: Pick<LocalStore, 'sync' | 'photos' | 'settings' | 'identity'>;
  readonly transport: Pick<Transport, 'teamKeys'>;
  readonly nowMs: () => number;
}

/** What is to go on the stick: the manifest of each part, and the bytes of the segments. */
export interface BundlePlan {
  readonly keys: DeviceKeys;
  readonly parts: readonly Manifest[];
  readonly segments: ReadonlyMap<Sha256, Uint8Array>;
  /** Photos that are noted and whose bytes are not there. */
  readonly missingPhotos: number;
}

// FAT32 cannot hold a file of 4 GiB; a pulled stick costs one part, so they are smaller than that.
const MAX_PART_BYTES = 1024 * 1024 * 1024;
const BATCH = 500;

/** Gathers what the server has not confirmed: entries as the segments a push would send, and photos. */
export async function planBundle({
  store,
  transport,
  nowMs,
}: BundleSource): Promise<Result<BundlePlan, Failure>> {
  const [identity, team] = await Promise.all([
    store.identity(),
    freshTeamKeys(store.settings, transport),
  ]);
  if (!identity) return err({ kind: 'account/signed-out' });
  const keys = await loadDeviceKeys(store.settings);
  if (!keys) return err({ kind: 'sync/cannot-verify' });
  if (!team) return err({ kind: 'bundle/nobody-to-open' });
  const segments = new Map<Sha256, Uint8Array>();
  const named = await gatherSegments(store, identity, keys, segments);
  const { photos, missing } = await gatherPhotos(store);
  const recipients = [team.server, ...team.recipients.map(({ recipient }) => recipient)];
  const stacks = splitPhotos(photos);
  const bundleId = crypto.randomUUID();
  const parts = stacks.map((stack, at): Manifest => {
    const items = { segments: at === 0 ? named : [], photos: stack };
    return {
      format: 'bazarnegar-bundle',
      version: BUNDLE_VERSION,
      bundle: bundleId,
      part: { number: at + 1, of: stacks.length },
      project: identity.project,
      person: identity.person,
      device: keys.device,
      certificate: keys.certificate,
      madeAtMs: nowMs(),
      recipients: [...new Set(recipients)],
      counts: countItems(items),
      ...items,
    };
  });
  return ok({ keys, parts, segments, missingPhotos: missing });
}

async function gatherSegments(
  store: BundleSource['store'],
  identity: Identity,
  device: DeviceKeys,
  bytesOf: Map<Sha256, Uint8Array>,
): Promise<Manifest['segments']> {
  const named: Manifest['segments'][number][] = [];
  for (const { feed, confirmed, last } of await store.sync.feeds()) {
    for (let first = confirmed + 1; first <= last;) {
      const entries = await store.sync.entriesFrom(feed, first, BATCH);
      // A hole is sync's to mend: what stands behind it goes on under other numbers.
      if (entries.length === 0) break;
      const hashed = entries.map(hashForSegment);
      const { layout, count } = nextBatch(identity.project, hashed);
      const bytes = await gzip(layout);
      const sha256 = sha256Hex(bytes);
      const hashes = hashed.slice(0, count).map(({ hash }) => hash);
      const head = await signHead({ device, identity }, feed, { last: first + count - 1, hashes });
      if (!head) break;
      const { seq, hash, signature } = head;
      named.push({ sha256, size: bytes.length, feed, first, last: seq, hash, signature });
      bytesOf.set(sha256, bytes);
      first = seq + 1;
    }
  }
  return named;
}

const mediaTypes: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp']);

/** The photos the server has not; each is read once, so that none turns out to be missing while the stick is written. */
async function gatherPhotos(store: BundleSource['store']) {
  const photos: Manifest['photos'][number][] = [];
  let missing = 0;
  for (const { sha256, mediaType, record } of await store.photos.listUnsent()) {
    const bytes = mediaTypes.has(mediaType) ? await store.photos.get(sha256) : undefined;
    if (bytes?.ok) photos.push({ sha256, size: bytes.value.length, mediaType, record });
    else missing += 1;
  }
  return { photos, missing };
}

/** Stacks that each fit into one part; one even where there is none. */
function splitPhotos(photos: Manifest['photos']): readonly Manifest['photos'][] {
  const stacks: Manifest['photos'][number][][] = [[]];
  let bytes = 0;
  for (const photo of photos) {
    const stack = stacks.at(-1);
    const isFull = bytes + photo.size > MAX_PART_BYTES || stack?.length === MAX_BUNDLE_ITEMS;
    if (isFull) stacks.push([photo]);
    else stack?.push(photo);
    bytes = isFull ? photo.size : bytes + photo.size;
  }
  return stacks;
}
