import { dayOf, toInstant } from '#shared/core/instant.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';

/** Today where this laptop is. */
export function localDay(): PlainDate {
  const now = new Date();
  return dayOf(toInstant(now.getTime(), -now.getTimezoneOffset()));
}
