import { z } from 'zod';
import type { Manifest } from '#shared/bundle/manifest.ts';
import { deviceKeySchema, deviceSignatureSchema } from '#shared/core/device-key.ts';
import { failureSchema } from '#shared/core/failure.ts';
import type { Failure } from '#shared/core/failure.ts';
import { feedIdSchema, personIdSchema, sha256Schema } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { certificateSchema } from '#shared/records/signed-head.ts';
import { receiptSchema } from '#shared/records/receipt.ts';
import type { SettingStore } from '../db/stores.ts';

const seq = z.int().nonnegative();
const carriedSchema = z.strictObject({
  feed: feedIdSchema,
  person: personIdSchema,
  device: deviceKeySchema,
  /** What vouches for a device the server may not have met. */
  certificate: certificateSchema.nullable().default(null),
  /** The stretches that came in bundles, each with the author's signature for its last entry. */
  stretches: z.array(
    z.strictObject({ first: seq, last: seq, hash: sha256Schema, signature: deviceSignatureSchema }),
  ),
  /** How far the server has it, by a receipt. */
  confirmed: seq,
  receipt: receiptSchema.nullable(),
  refused: z.array(z.strictObject({ seq, failure: failureSchema })),
  failure: failureSchema.nullable(),
});

/** A feed of another laptop that came here in bundles, and how far it was handed on to the server. */
export type CarriedFeed = z.infer<typeof carriedSchema>;

const CARRIED_SETTING = 'carried-feeds';

/** The feeds this laptop carries for others. */
export async function readCarriedFeeds(settings: SettingStore): Promise<readonly CarriedFeed[]> {
  return z.array(carriedSchema).safeParse(await settings.get(CARRIED_SETTING)).data ?? [];
}

/** What the server said of a carried feed. */
export type CarriedVerdict = Pick<
  CarriedFeed,
  'feed' | 'confirmed' | 'receipt' | 'refused' | 'failure'
>;

/** Notes what the server said of a carried feed; stretches that came meanwhile stay. */
export async function noteVerdict(
  settings: SettingStore,
  { feed, confirmed, receipt, refused, failure }: CarriedVerdict,
): Promise<Result<null, Failure>> {
  return change(settings, (carried) =>
    carried.map((one) =>
      one.feed === feed ? { ...one, confirmed, receipt, refused, failure } : one,
    ),
  );
}

/** Notes what a bundle brought: its stretches are handed on with the next sync. */
export async function carryBundle(
  settings: SettingStore,
  manifest: Manifest,
): Promise<Result<null, Failure>> {
  return change(settings, (carried) => withBundle(carried, manifest));
}

function withBundle(
  before: readonly CarriedFeed[],
  { person, device, certificate, segments }: Manifest,
): readonly CarriedFeed[] {
  const carried = new Map(before.map((one) => [one.feed, one]));
  for (const { feed, first, last, hash, signature } of segments) {
    const known = carried.get(feed);
    const stretches = (known?.stretches ?? []).filter((one) => one.last !== last);
    carried.set(feed, {
      feed,
      person,
      device,
      certificate,
      confirmed: known?.confirmed ?? 0,
      receipt: known?.receipt ?? null,
      refused: known?.refused ?? [],
      failure: null,
      stretches: [...stretches, { first, last, hash, signature }].toSorted(
        (a, b) => a.last - b.last,
      ),
    });
  }
  return [...carried.values()];
}

const changing = new WeakMap<SettingStore, Promise<unknown>>();

// One after the other: a bundle may come while another does, or while a sync hands on what came before.
function change(
  settings: SettingStore,
  act: (carried: readonly CarriedFeed[]) => readonly CarriedFeed[],
): Promise<Result<null, Failure>> {
  const before = changing.get(settings) ?? Promise.resolve();
  const changed = before.then(async () =>
    settings.set(CARRIED_SETTING, act(await readCarriedFeeds(settings)) as never),
  );
  changing.set(
    settings,
    changed.catch(() => undefined),
  );
  return changed;
}
