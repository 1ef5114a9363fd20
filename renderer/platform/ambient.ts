import type { RecordId } from '#shared/core/ids.ts';
import { dayOf, toInstant } from '#shared/core/instant.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import { createIdMaker } from './time-ordered-id.ts';

/** The clock of this laptop and its source of chance, for all who take time and chance as parameters. */
export function systemAmbient(): {
  nowMs(): number;
  /** Minutes east of UTC at a moment on this laptop. */
  offsetMinutes(ms: number): number;
  newRecordId(): RecordId;
} {
  const newId = createIdMaker();
  return {
    nowMs: () => Date.now(),
    offsetMinutes,
    newRecordId: () => newId(Date.now(), crypto.getRandomValues(new Uint8Array(10))) as RecordId,
  };
}

function offsetMinutes(ms: number): number {
  return -new Date(ms).getTimezoneOffset();
}

/** Today where this laptop is. */
export function localDay(): PlainDate {
  const now = Date.now();
  return dayOf(toInstant(now, offsetMinutes(now)));
}
