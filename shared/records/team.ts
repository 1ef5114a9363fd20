import { z } from 'zod';

/** Parses the name of a team: 1 to 64 letters, digits, spaces, `_`, `.` and `-`, however it was typed; fails where it is none. */
export const teamNameSchema: z.ZodType<string> = z
  .string()
  .max(200)
  .transform((typed) => typed.normalize('NFC').replaceAll(/\s+/g, ' ').trim())
  .pipe(z.string().regex(/^[\p{L}\p{M}\p{N}\u200c _.-]{1,64}$/u));
