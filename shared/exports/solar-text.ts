import type { Instant } from '../core/instant.ts';
import { dayOf } from '../core/instant.ts';
import type { PlainDate } from '../core/plain-date.ts';
import { partsOf } from '../core/plain-date.ts';

/** A day in the Solar Hijri calendar as `1405/09/06`, in Latin digits so that it sorts and filters everywhere. */
export function solarDay(day: PlainDate): string {
  const { year, month, day: dayOfMonth } = partsOf(day, 'persian');
  return [year, month, dayOfMonth].map((part) => String(part).padStart(2, '0')).join('/');
}

/** A moment as `1405/09/06 09:15`, by the clock of the place it was recorded at. */
export function solarMoment(moment: Instant): string {
  return `${solarDay(dayOf(moment))} ${moment.slice(11, 16)}`;
}

/** How far east of UTC a moment was recorded, as `+03:30`. */
export function offsetText(moment: Instant): string {
  return moment.endsWith('Z') ? '+00:00' : moment.slice(-6);
}
