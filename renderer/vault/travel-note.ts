import { z } from 'zod';
import { vaultIdSchema } from '#shared/vault/key-file.ts';

const PLACE = 'bazarnegar-sealed-for-travel';
const noteSchema = z.strictObject({ id: vaultIdSchema, atMs: z.number() });

/** That a vault was sealed for travel, and when: in clear, for the screen that says so to whoever opens the laptop. */
export type TravelNote = z.infer<typeof noteSchema>;

/** The last vault of this laptop that was sealed; undefined where none was, or another was made since. */
export function readTravelNote(): TravelNote | undefined {
  try {
    return noteSchema.safeParse(JSON.parse(localStorage.getItem(PLACE) ?? '')).data;
  } catch {
    return undefined;
  }
}

/** Notes it. */
export function keepTravelNote(note: TravelNote): void {
  localStorage.setItem(PLACE, JSON.stringify(note));
}

/** Forgets it. */
export function forgetTravelNote(): void {
  localStorage.removeItem(PLACE);
}
