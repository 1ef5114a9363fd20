import { useDeferredValue, useMemo } from 'react';
import { searchKey } from '#shared/core/search-key.ts';
import type { KnownName } from '../form-aid.ts';
import { useFormAid } from '../form-aid.ts';
import { namesLike } from './names-like.ts';

// Two letters are the beginning of too many names.
const MIN_TYPED = 3;

/** Names given before that `typed` may be meant for; the very same name is worth a word only where it was recorded in this market. */
export function useKnownNames(field: string, typed: string): readonly KnownName[] {
  const { knownNames } = useFormAid();
  // Typing never waits for the names beside it.
  const settled = useDeferredValue(typed);
  return useMemo(() => {
    const key = searchKey(settled);
    const index = key.length < MIN_TYPED ? undefined : knownNames?.(field);
    if (index === undefined) return [];
    return namesLike(index, settled).filter(
      ({ text, isHere, note }) =>
        searchKey(text) !== key || (isHere === true && note !== undefined),
    );
  }, [knownNames, field, settled]);
}
