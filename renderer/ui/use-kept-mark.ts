import { useLayoutEffect, useRef } from 'react';

interface MarkedList {
  readonly isOpen: boolean;
  readonly typed: string | null;
  /** Another one as soon as the options themselves are others. */
  readonly index: unknown;
  /** The marked item; undefined where none is marked. */
  readonly marked: string | undefined;
}

/**
 * While the first sync brings a register page by page, an open list gets other options under a person's eyes, and the position
 * that was marked is then another option's. `remark` hears the key of what was marked before, in time for the next press of a key.
 */
export function useKeptMark(list: MarkedList, remark: (key: string) => void): void {
  const before = useRef(list);
  useLayoutEffect(() => {
    const { isOpen, typed, index, marked } = before.current;
    before.current = list;
    const isSameQuestion = isOpen && list.isOpen && typed === list.typed;
    if (!isSameQuestion || index === list.index) return;
    if (marked === undefined || marked === list.marked) return;
    before.current = { ...list, marked };
    remark(marked);
  });
}
