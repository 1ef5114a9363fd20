/** What JSON can carry. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * One text for one value: object keys in code-unit order, no white space, undefined members left out.
 * Equal values give equal texts on every device, so hashes and comparisons may rely on it (RFC 8785 in spirit).
 */
export function canonicalJson(value: unknown): string {
  // Most values are in order already, having been read from such a text: the engine writes them several times as fast.
  return isInOrder(value) ? JSON.stringify(value) : writeInOrder(value);
}

/** True where the engine's own JSON is the canonical one: every object has its keys in order, and nothing is left out or replaced. */
function isInOrder(value: unknown): boolean {
  if (typeof value !== 'object') return value !== undefined;
  if (value === null) return true;
  if (Array.isArray(value)) return value.every(isInOrder);
  const members = value as Readonly<Record<string, unknown>>;
  let before = '';
  for (const key of Object.keys(members)) {
    if (key < before || !isInOrder(members[key])) return false;
    before = key;
  }
  return true;
}

function writeInOrder(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  // Every entry that is written, sent or received passes here: loops, because they take a third of the time of maps.
  const members = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const key of sortedKeys(members)) {
    const member = members[key];
    if (member === undefined) continue;
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}

// What was read from canonical JSON is sorted already.
function sortedKeys(members: object): readonly string[] {
  const keys = Object.keys(members);
  const isSorted = keys.every((key, at) => at === 0 || (keys[at - 1] ?? '') < key);
  return isSorted ? keys : keys.toSorted();
}

/** Deepest nesting of JSON that is taken from outside: what walks it afterwards is recursive. */
const MAX_DEPTH = 64;

/** True where brackets outside of texts nest deeper than 64. */
export function isTooDeep(json: string): boolean {
  let depth = 0;
  for (const [mark] of json.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (mark === '[' || mark === '{') depth += 1;
    else if (mark === ']' || mark === '}') depth -= 1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}
