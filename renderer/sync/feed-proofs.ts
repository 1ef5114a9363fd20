import { z } from 'zod';
import type { DeviceKey } from '#shared/core/device-key.ts';
import { deviceKeySchema } from '#shared/core/device-key.ts';
import type { Failure } from '#shared/core/failure.ts';
import type { FeedId } from '#shared/core/ids.ts';
import { feedIdSchema, personIdSchema } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { listRanges, receiptSchema } from '#shared/records/receipt.ts';
import { signedHeadSchema, signedRootSchema } from '#shared/records/signed-head.ts';
import type { SettingStore } from '../db/stores.ts';

/**
 * What does not fit in a feed. `changed`: entries are not those its laptop signed; `unsigned`: they came without its signature though it signs;
 * `missing`: the server has them and does not give them out; `went-back`: it shows an older head than before; `other-device`: another key
 * signs the feed than before.
 */
const problemKinds = ['changed', 'unsigned', 'missing', 'went-back', 'other-device'] as const;

const evidenceSchema = z.strictObject({
  epoch: z.string(),
  head: signedHeadSchema,
  tree: signedRootSchema.nullable(),
  receipt: receiptSchema.nullable(),
});

const problemSchema = z.strictObject({
  kind: z.enum(problemKinds),
  numbers: z.string(),
  /** The key that another is exchanged for. */
  device: deviceKeySchema.nullable(),
  /** A person has said that they told the secretariat. */
  isTold: z.boolean(),
});

const proofSchema = z.strictObject({
  feed: feedIdSchema,
  /** Who wrote it. */
  person: personIdSchema,
  /** The key it is signed with, as this laptop met it first; null for a feed that was never signed. */
  device: deviceKeySchema.nullable(),
  sinceMs: z.number(),
  /** The newest head that proved something, with what the server said of it. */
  evidence: evidenceSchema.nullable(),
  /** How many entries were here when it was looked at last. */
  held: z.int().nonnegative(),
  /** The numbers of those that are proved, as ranges. */
  proved: z.string(),
  /** The numbers of those that nothing signed covers. */
  unproved: z.string(),
  /** The numbers that should be here and are not, as far as this account reads everything. */
  missing: z.string(),
  problem: problemSchema.nullable(),
});

/** What this laptop knows of who signed a feed of another laptop. */
export type FeedProof = z.infer<typeof proofSchema>;
/** What does not fit in it. */
export type ProofProblem = z.infer<typeof problemSchema>;

const PREFIX = 'feed-proof/';

/** What is known of the feeds of others. */
export async function readProofs(settings: SettingStore): Promise<readonly FeedProof[]> {
  const values = await settings.list(PREFIX);
  return values.flatMap((value) => proofSchema.safeParse(value).data ?? []);
}

/** The same of one feed; undefined before it was looked at. */
export async function readProof(
  settings: SettingStore,
  feed: FeedId,
): Promise<FeedProof | undefined> {
  return proofSchema.safeParse(await settings.get(PREFIX + feed)).data;
}

/** Keeps what is known of some feeds, each for itself: most syncs change a few. */
export async function noteProofs(
  settings: SettingStore,
  proofs: readonly FeedProof[],
): Promise<Result<null, Failure>> {
  return settings.setAll(
    Object.fromEntries(proofs.map((proof) => [PREFIX + proof.feed, proof as never])),
  );
}

/** Takes the key that now signs a feed for its laptop's: a person has asked about it. */
export async function acceptDevice(
  settings: SettingStore,
  feed: FeedId,
  device: DeviceKey,
  nowMs: number,
): Promise<Result<null, Failure>> {
  const proof = await readProof(settings, feed);
  if (!proof) return { ok: true, value: null };
  // As if it had not been looked at: it is, at the next sync.
  const next = { ...proof, device, sinceMs: nowMs, held: 0, problem: null };
  return noteProofs(settings, [next]);
}

/** Notes that the secretariat was told of all there is to tell: it stays in the list, and does not call for anybody any more. */
export async function noteTold(settings: SettingStore): Promise<Result<null, Failure>> {
  const open = (await readProofs(settings)).filter(({ problem }) => problem?.isTold === false);
  return noteProofs(
    settings,
    open.map((proof) => ({
      ...proof,
      problem: proof.problem && { ...proof.problem, isTold: true },
    })),
  );
}

/** How many numbers ranges hold. */
export function countRanges(text: string): number {
  return listRanges(text, Number.MAX_SAFE_INTEGER).length;
}

/** What a person is to hear of; undefined where all fits, or they said that they told it. */
export function failureOf(proofs: readonly FeedProof[]): Failure | undefined {
  const open = proofs.find(({ problem }) => problem?.isTold === false);
  return open && failureOfProof(open, open.person);
}

/** What does not fit in a feed, as a failure; `person`: how its author is called. */
export function failureOfProof(
  { feed, problem }: Pick<FeedProof, 'feed' | 'problem'>,
  person: string,
): Failure | undefined {
  if (!problem) return undefined;
  const { kind, device, numbers } = problem;
  return kind === 'other-device'
    ? { kind: 'sync/other-device', person, feed, device: device ?? '' }
    : { kind: 'sync/not-proved', person, problem: kind, entries: countRanges(numbers) };
}
