import type { RecordId } from '#shared/core/ids.ts';
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
    offsetMinutes: (ms) => -new Date(ms).getTimezoneOffset(),
    newRecordId: () => newId(Date.now(), crypto.getRandomValues(new Uint8Array(10))) as RecordId,
  };
}
