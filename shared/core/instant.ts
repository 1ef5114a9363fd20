import { z } from 'zod';
import type { PlainDate } from './plain-date.ts';

/** A moment with the offset of the place it was recorded at: ISO 8601 as `2026-11-27T09:15:00+03:00`. */
export type Instant = string & { readonly __brand: 'Instant' };

const iso = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?(?:Z|[+-]\d{2}:\d{2})$/;

/** True for a moment written with its UTC offset. */
export function isInstant(text: string): text is Instant {
  return iso.test(text) && !Number.isNaN(Date.parse(text));
}

/** Parses a moment with its offset; any other text fails. */
export const instantSchema = z.string().refine(isInstant) as unknown as z.ZodType<Instant>;

/** Milliseconds since 1970 UTC as a moment at `offsetMinutes` east of UTC. */
export function toInstant(ms: number, offsetMinutes: number): Instant {
  const local = new Date(ms + offsetMinutes * 60_000).toISOString().slice(0, 19);
  const minutes = Math.abs(offsetMinutes);
  const sign = offsetMinutes < 0 ? '-' : '+';
  return `${local}${sign}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}` as Instant;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** Milliseconds since 1970 UTC of a moment. */
export function instantMs(instant: Instant): number {
  return Date.parse(instant);
}

/** The day of a moment at the place it was recorded at. */
export function dayOf(instant: Instant): PlainDate {
  return instant.slice(0, 10) as PlainDate;
}
