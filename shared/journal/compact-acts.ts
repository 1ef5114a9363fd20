import { z } from 'zod';
import { utf8 } from '../core/hash.ts';

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

interface Item {
  readonly value: unknown;
  /** What a later item about the same thing makes superfluous; undefined where nothing does. */
  readonly subject: string | undefined;
}

/**
 * Payloads that say the same as `payloads` in the end: of drafts, settings and the cursor only the last of each thing is left.
 * Entries, what the server said of them, photos, identities, and whatever this version does not know stay, in their order. The
 * removal of a draft is kept too, for the draft may lie before these; unless `isBeginning`: nothing lies before them.
 */
export function compactActs(
  payloads: readonly Uint8Array[],
  isBeginning: boolean,
): readonly Uint8Array[] {
  const acts = payloads.map(readItems);
  const last = new Map<string, unknown>();
  for (const { value, subject } of acts.flatMap((act) => act ?? [])) {
    if (subject !== undefined) last.set(subject, value);
  }
  function isKept({ value, subject }: Item): boolean {
    if (subject === undefined) return true;
    return last.get(subject) === value && !(isBeginning && isRemoval(value));
  }
  return payloads.flatMap((payload, at) => {
    const items = acts[at];
    const kept = items?.filter(isKept);
    // An act from which nothing goes is not written anew: its bytes are the ones its author flushed.
    if (!items || !kept || kept.length === items.length) return [payload];
    return kept.length === 0 ? [] : [utf8(JSON.stringify(kept.map(({ value }) => value)))];
  });
}

/** The items of an act; undefined where the payload is no act that this version can read. */
function readItems(payload: Uint8Array): readonly Item[] | undefined {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload));
    if (!Array.isArray(parsed)) return undefined;
    return parsed.map((value: unknown) => {
      const subject = subjectSchemas.safeParse(value);
      return { value, subject: subject.success ? subject.data : undefined };
    });
  } catch {
    return undefined;
  }
}

function isRemoval(value: unknown): boolean {
  return z.object({ is: z.literal('draft-removed') }).safeParse(value).success;
}
