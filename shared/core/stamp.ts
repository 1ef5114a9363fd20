import type { FeedId } from './ids.ts';

/**
 * When a write happened, in hybrid logical time (Kulkarni et al. 2014): physical milliseconds, a counter for
 * writes of one millisecond, and the feed as the last resort. As text it sorts like the order of the writes:
 * nine base-36 digits of milliseconds (until the year 5188), four of the counter, the feed id.
 */
export type Stamp = string & { readonly __brand: 'Stamp' };

/** The parts of a stamp: `ms` since 1970 UTC, `counter` 0..1679615, the `feed` that made it. */
export interface StampParts {
  readonly ms: number;
  readonly counter: number;
  readonly feed: FeedId;
}

/** The last millisecond and the last counter that a stamp has room for. */
export const MAX_STAMP_MS = 36 ** 9 - 1;
export const MAX_COUNTER = 36 ** 4 - 1;
// A century below the last moment that nine digits hold, so that a clock gone mad leaves room for what follows.
const MAX_CLOCK_MS = 36 ** 9 - 100 * 365 * 86_400_000;
// A wrong clock is no reason to refuse; a stamp near the end of the range is: stamps only ever grow.
const MAX_AHEAD_MS = 100 * 365 * 86_400_000;
const pattern = /^([0-9a-z]{9})\.([0-9a-z]{4})\.([0-9a-f-]{36})$/;

/** Writes a stamp's parts as sortable text. */
export function formatStamp(parts: StampParts): Stamp {
  const ms = parts.ms.toString(36).padStart(9, '0');
  const counter = parts.counter.toString(36).padStart(4, '0');
  return `${ms}.${counter}.${parts.feed}` as Stamp;
}

/** Reads a stamp; undefined for any other text. */
export function parseStamp(text: string): StampParts | undefined {
  const [, ms, counter, feed] = pattern.exec(text) ?? [];
  if (ms === undefined || counter === undefined || feed === undefined) return undefined;
  return {
    ms: Number.parseInt(ms, 36),
    counter: Number.parseInt(counter, 36),
    feed: feed as FeedId,
  };
}

/**
 * The stamp of a new write on `feed`: later than `last` (the greatest stamp the device has seen, or undefined) and,
 * where the clock allows, at `nowMs`. A clock set back, or far wrong (before 1970, after 5188), can therefore never
 * make a write look older than what its author had before their eyes.
 */
export function nextStamp(last: Stamp | undefined, nowMs: number, feed: FeedId): Stamp {
  const seen = last === undefined ? undefined : parseStamp(last);
  const ms = Math.min(Math.max(Math.trunc(nowMs), 0), MAX_CLOCK_MS);
  if (!seen || ms > seen.ms) return formatStamp({ ms, counter: 0, feed });
  return seen.counter < MAX_COUNTER
    ? formatStamp({ ms: seen.ms, counter: seen.counter + 1, feed })
    : formatStamp({ ms: seen.ms + 1, counter: 0, feed });
}

/**
 * Whether a stamp lies so far ahead of `nowMs` (a century) that it is not taken from anybody: whoever has seen one near the end
 * of the range could write nothing any more. `nowMs`: the server's clock, or the nearest there is to it.
 */
export function isFarAhead(stamp: Stamp, nowMs: number): boolean {
  return (parseStamp(stamp)?.ms ?? 0) > nowMs + MAX_AHEAD_MS;
}

/** The later of two stamps, either of which may be missing. */
export function latestStamp(a: Stamp | undefined, b: Stamp | undefined): Stamp | undefined {
  if (a === undefined) return b;
  return b === undefined || a > b ? a : b;
}
