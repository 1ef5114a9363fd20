import { decryptWith } from '#shared/bundle/age.ts';
import type { BundledSegment, Manifest } from '#shared/bundle/manifest.ts';
import { manifestText } from '#shared/bundle/manifest.ts';
import type { Certificate } from '#shared/records/signed-head.ts';
import type { BundleReader, BundleVisitor } from '#shared/bundle/read-bundle.ts';
import { readBundle } from '#shared/bundle/read-bundle.ts';
import type { DeviceKey } from '#shared/core/device-key.ts';
import type { Failure } from '#shared/core/failure.ts';
import type { PersonId, ProjectId } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { Desktop, OpenedFile } from '#shared/desktop/contract.ts';
import type { Entry } from '#shared/records/entry.ts';
import { entryHash, isEntrySize, sizedEntrySchema } from '#shared/records/entry.ts';
import { certificateText } from '#shared/records/signed-head.ts';
import type { TeamKeys } from '#shared/sync/team-api.ts';
import type { SegmentEntry } from '#shared/sync/segment.ts';
import type { LocalStore } from '../db/stores.ts';
import { carryBundle } from './carried-feeds.ts';
import { loadDeviceKeys, verifySignature } from './device-keys.ts';
import { readFileChunks } from './file-chunks.ts';
import { gunzip } from './gzip.ts';
import type { Transport } from './http-transport.ts';
import { isBarred, judgeBundled } from './judge-bundled.ts';
import { freshTeamKeys, readTeamKeys } from './team-keys.ts';

/** What a bundle is taken in with. */
export interface BundleTaker {
  readonly desktop: Desktop;
  readonly store: Pick<LocalStore, 'sync' | 'photos' | 'settings' | 'identity'>;
  readonly transport: Pick<Transport, 'teamKeys'>;
}

/** A bundle that was read to its end: what it says of itself, and what of it is new here. */
export interface BundlePreview {
  readonly file: OpenedFile;
  readonly manifest: Manifest;
  readonly newEntries: number;
  /** Its laptop was barred: nothing of it counts here before the server has judged it. */
  readonly isBarred: boolean;
}

/** Asks for a file and reads it to its end, taking nothing; null where the person thought better of it. */
export async function openBundle(
  taker: BundleTaker,
  onProgress: (done: number, total: number) => void,
): Promise<Result<BundlePreview | null, Failure>> {
  const opened = await taker.desktop.call('file.open', { saved: null });
  if (!opened.ok) return opened;
  const file = opened.value;
  if (!file) return ok(null);
  // Whoever has just registered is known only to those who ask again.
  await freshTeamKeys(taker.store.settings, taker.transport);
  let newEntries = 0;
  const looked = await readFile(taker, file, onProgress, {
    manifest: nothing,
    photo: nothing,
    segment: async (segment, entries, manifest) => {
      const parsed = parseEntries(entries, manifest.person);
      if (!parsed.ok) return parsed;
      newEntries += await countNew(taker, segment, parsed.value);
      return ok(null);
    },
  });
  if (looked.ok) {
    const team = await readTeamKeys(taker.store.settings);
    const barred = isBarred(team, looked.value.device);
    return ok({ file, manifest: looked.value, newEntries, isBarred: barred });
  }
  await closeBundle(taker, file);
  return looked;
}

/** Lets a file go that was looked at. */
export async function closeBundle(
  { desktop }: Pick<BundleTaker, 'desktop'>,
  { handle }: Pick<OpenedFile, 'handle'>,
): Promise<void> {
  await desktop.call('file.close', { handle });
}

/**
 * Takes in a bundle that was looked at; from then on this laptop hands it on to the server. Where it is cut off, it is taken in
 * again from the beginning: what is here already is left alone. Answers how many of its entries are kept apart until the server has judged them.
 */
export async function takeBundle(
  taker: BundleTaker,
  { file, manifest: looked }: BundlePreview,
  onProgress: (done: number, total: number) => void,
): Promise<Result<{ readonly heldBack: number }, Failure>> {
  const { store } = taker;
  const judge = judgeBundled(await readTeamKeys(store.settings), looked.person, looked.device);
  let heldBack = 0;
  const taken = await readFile(taker, file, onProgress, {
    // Whoever signs a bundle chooses its number: only the whole manifest tells that this is the file that was looked at.
    manifest: async (manifest) =>
      manifestText(manifest) === manifestText(looked)
        ? ok(null)
        : err({ kind: 'bundle/damaged', detail: 'changed while it was read' }),
    segment: async (_segment, entries, { person }) => {
      const parsed = parseEntries(entries, person);
      if (!parsed.ok) return parsed;
      const added = await store.sync.takeInBundled(parsed.value, judge);
      if (!added.ok) return added;
      heldBack += added.value.heldBack;
      return ok(null);
    },
    photo: async ({ record, mediaType }, bytes) => {
      const kept = await store.photos.put({ record, mediaType, bytes });
      return kept.ok ? ok(null) : kept;
    },
  });
  if (!taken.ok) return taken;
  const carried = await carryBundle(store.settings, taken.value);
  return carried.ok ? ok({ heldBack }) : carried;
}

async function nothing(): Promise<Result<null, Failure>> {
  return ok(null);
}

async function readFile(
  { desktop, store }: BundleTaker,
  file: OpenedFile,
  onProgress: (done: number, total: number) => void,
  visitor: BundleVisitor,
): Promise<Result<Manifest, Failure>> {
  const [keys, identity, team] = await Promise.all([
    loadDeviceKeys(store.settings),
    store.identity(),
    readTeamKeys(store.settings),
  ]);
  if (!keys || !identity) return err({ kind: 'bundle/not-for-you' });
  const reader: BundleReader = {
    project: identity.project,
    recipient: keys.recipient,
    findPerson: async (device, certificate) => {
      const person = await findPerson(team, identity.project, device, certificate);
      return person.ok && person.value === identity.person
        ? err({ kind: 'bundle/your-own' })
        : person;
    },
    verify: verifySignature,
    gunzip: (bytes, limit) => gunzip(new Uint8Array(bytes), limit),
  };
  async function* chunks(): AsyncGenerator<Uint8Array> {
    let done = 0;
    for await (const chunk of readFileChunks(desktop, file)) {
      done += chunk.length;
      onProgress(done, file.bytes);
      yield chunk;
    }
  }
  return readBundle(decryptWith(keys.identity, chunks()), reader, visitor);
}

/** Whose device it is, as the server said; one it never met may be vouched for by an enrolment it knows. */
async function findPerson(
  team: TeamKeys | undefined,
  project: ProjectId,
  device: DeviceKey,
  certificate: Certificate | null,
): Promise<Result<PersonId, Failure>> {
  const known = team?.devices.find((one) => one.device === device);
  const enrolment = team?.enrolments?.find((one) => one.enrolment === certificate?.enrolment);
  const isVouchedFor =
    enrolment !== undefined &&
    certificate !== null &&
    (await verifySignature(
      certificate.enrolment,
      certificateText(project, device),
      certificate.signature,
    ));
  const found = known ?? (isVouchedFor ? enrolment : undefined);
  return found ? ok(found.person) : err({ kind: 'device/unknown', device });
}

/** The entries of a segment; one that is not the person's own makes the whole bundle one that is not to be believed. */
function parseEntries(
  entries: readonly SegmentEntry[],
  person: PersonId,
): Result<readonly Entry[], Failure> {
  const parsed: Entry[] = [];
  for (const { raw, body } of entries) {
    const entry = sizedEntrySchema.safeParse(raw);
    if (!entry.success || !isEntrySize(body)) {
      return err({ kind: 'bundle/damaged', detail: 'not an entry' });
    }
    if (entry.data.author !== person) return err({ kind: 'bundle/wrong-signature' });
    parsed.push(entry.data);
  }
  return ok(parsed);
}

/** How many of the entries are not here yet. */
async function countNew(
  { store }: Pick<BundleTaker, 'store'>,
  { feed, first }: BundledSegment,
  entries: readonly Entry[],
): Promise<number> {
  const held = await store.sync.entriesFrom(feed, first, entries.length);
  const same = held.filter((entry, at) => {
    const other = entries[at];
    return other !== undefined && entryHash(entry) === entryHash(other);
  });
  return entries.length - same.length;
}
