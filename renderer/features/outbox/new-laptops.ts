import type { DeviceKey } from '#shared/core/device-key.ts';
import type { PersonId } from '#shared/core/ids.ts';
import type { FeedProof } from '../../sync/feed-proofs.ts';

/** A laptop that somebody writes on beside those that were seen before. */
export interface NewLaptop {
  readonly person: PersonId;
  readonly device: DeviceKey;
  readonly sinceMs: number;
}

const NEW_FOR_MS = 30 * 24 * 60 * 60 * 1000;

/** The laptops first seen in the last thirty days, of people of whom another was seen before; the newest first. */
export function newLaptops(feeds: readonly FeedProof[], nowMs: number): readonly NewLaptop[] {
  const seen = new Map<DeviceKey, NewLaptop>();
  for (const { person, device, sinceMs } of feeds.toSorted((a, b) => a.sinceMs - b.sinceMs)) {
    if (device !== null && !seen.has(device)) seen.set(device, { person, device, sinceMs });
  }
  const laptops = [...seen.values()];
  return laptops
    .filter(({ person, sinceMs }) => {
      const isSecond = laptops.some((one) => one.person === person && one.sinceMs < sinceMs);
      return isSecond && nowMs - sinceMs < NEW_FOR_MS;
    })
    .toReversed();
}
