import type { NameIndex } from '../../ui/name-index.ts';

// As many as are read in a glance.
const MOST = 5;

/** What may be the thing of a typed name: what bears it, then what is nearly called so. */
export function namesLike<T>(index: NameIndex<T>, typed: string): readonly T[] {
  if (typed.trim() === '') return [];
  return [...new Set([...index.find(typed), ...index.near(typed)])].slice(0, MOST);
}
