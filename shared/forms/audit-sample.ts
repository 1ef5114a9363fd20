import { sha256Hex } from '../core/hash.ts';

/**
 * Whether a record belongs to the sample of `percent` in a hundred that is asked for a photo. Drawn by the record's id,
 * so that nobody chooses and every device draws alike.
 */
export function isSampled(recordId: string, percent: number): boolean {
  const draw = Number.parseInt(sha256Hex(recordId).slice(0, 8), 16) / 0x1_0000_0000;
  return draw * 100 < percent;
}
