import type { Sha256 } from '../core/ids.ts';
import { sha256Schema } from '../core/ids.ts';

/**
 * Everything in a value that may be the hash of a photo, at whatever depth: answers, drafts, undo steps. A text that only looks like one is
 * among them, for to keep a photo too many costs nothing and to miss one would lose it.
 */
export function photoHashesIn(value: unknown): ReadonlySet<Sha256> {
  const found = new Set<Sha256>();
  gather(value, found);
  return found;
}

function gather(value: unknown, into: Set<Sha256>): void {
  if (typeof value === 'string') {
    // Most texts are no hash, and most entries have nothing else.
    const hash = value.length === 64 ? sha256Schema.safeParse(value) : undefined;
    if (hash?.success) into.add(hash.data);
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) gather(part, into);
  }
}
