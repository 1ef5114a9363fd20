import { utf8 } from '../core/hash.ts';
import { readActHead } from '../vault/sealed-act.ts';
import type { ActItem } from './act-subjects.ts';
import { readItems } from './act-subjects.ts';

/**
 * Payloads that say the same as `payloads` in the end: of drafts, settings and the cursor only the last of each thing is left.
 * Entries, what the server said of them, photos, identities, and whatever this version does not know stay, in their order. The
 * removal of a draft is kept too, for the draft may lie before these; unless `isBeginning`: nothing lies before them. A sealed act
 * goes as a whole or not at all: what it is about is known by blind names, without a key.
 */
export function compactActs(
  payloads: readonly Uint8Array[],
  isBeginning: boolean,
): readonly Uint8Array[] {
  const acts = payloads.map((payload) => sealedItems(payload) ?? readItems(payload));
  const last = new Map<string, ActItem>();
  for (const item of acts.flatMap((act) => act ?? [])) {
    if (item.subject !== undefined) last.set(item.subject, item);
  }
  function isKept(item: ActItem): boolean {
    if (item.subject === undefined) return true;
    return last.get(item.subject) === item && !(isBeginning && item.isRemoval);
  }
  return payloads.flatMap((payload, at) => {
    const items = acts[at];
    const kept = items?.filter(isKept);
    // An act from which nothing goes is not written anew: its bytes are the ones its author flushed.
    if (!items || !kept || kept.length === items.length) return [payload];
    if (kept.length === 0) return [];
    return readActHead(payload)
      ? [payload]
      : [utf8(JSON.stringify(kept.map(({ value }) => value)))];
  });
}

function sealedItems(payload: Uint8Array): readonly ActItem[] | undefined {
  const head = readActHead(payload);
  if (!head) return undefined;
  const items = head.subjects.map(({ name, isRemoval }) => ({
    value: undefined,
    subject: name,
    isRemoval,
  }));
  const rest = { value: undefined, subject: undefined, isRemoval: false };
  return head.canGo ? items : [...items, rest];
}
