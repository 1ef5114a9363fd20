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

/** Notes how a carried feed stands now. */
export async function noteCarriedFeed(
  settings: SettingStore,
  feed: CarriedFeed,
): Promise<Result<null, Failure>> {
  const others = (await readCarriedFeeds(settings)).filter((one) => one.feed !== feed.feed);
  return settings.set(CARRIED_SETTING, [...others, feed] as never);
}

/** Notes what a bundle brought: its stretches are handed on with the next sync. */
export async function carryBundle(
  settings: SettingStore,
  { person, device, certificate, segments }: Manifest,
): Promise<Result<null, Failure>> {
  const carried = new Map((await readCarriedFeeds(settings)).map((one) => [one.feed, one]));
  for (const { feed, first, last, hash, signature } of segments) {
    const before = carried.get(feed);
    const stretches = (before?.stretches ?? []).filter((one) => one.last !== last);
    carried.set(feed, {
      feed,
      person,
      device,
      certificate,
      confirmed: before?.confirmed ?? 0,
      receipt: before?.receipt ?? null,
      refused: before?.refused ?? [],
      failure: null,
      stretches: [...stretches, { first, last, hash, signature }].toSorted(
        (a, b) => a.last - b.last,
      ),
    });
  }
  return settings.set(CARRIED_SETTING, [...carried.values()] as never);
}
