import { z } from 'zod';

/** What is looked at to tell what an item of an act is about. Anything else in it is kept as it is. */
const subjectSchemas = z.union([
  z
    .object({ is: z.literal('draft'), draft: z.object({ record: z.string() }) })
    .transform(({ draft }) => `draft ${draft.record}`),
  z
    .object({ is: z.literal('draft-removed'), record: z.string() })
    .transform(({ record }) => `draft ${record}`),
  z.object({ is: z.literal('setting'), key: z.string() }).transform(({ key }) => `setting ${key}`),
  z.object({ is: z.literal('cursor') }).transform(() => 'cursor'),
]);
const removalSchema = z.object({ is: z.literal('draft-removed') });

/** One item of an act. */
export interface ActItem {
  readonly value: unknown;
  /** What a later item about the same thing makes superfluous; undefined where nothing does. */
  readonly subject: string | undefined;
  readonly isRemoval: boolean;
}

/** The items of an act; undefined where the payload is no act that this version can read. */
export function readItems(payload: Uint8Array): readonly ActItem[] | undefined {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload));
    if (!Array.isArray(parsed)) return undefined;
    return parsed.map((value: unknown) => {
      const subject = subjectSchemas.safeParse(value);
      return {
        value,
        subject: subject.success ? subject.data : undefined,
        isRemoval: removalSchema.safeParse(value).success,
      };
    });
  } catch {
    return undefined;
  }
}
