import type { RefObject } from 'react';
import { useLayoutEffect } from 'react';

/** Gives the keyboard to a field when it appears, its text marked, so that typing replaces it. */
export function useTakeKeyboard(ref: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const place = ref.current;
    const field = place instanceof HTMLInputElement ? place : place?.querySelector('input');
    field?.focus({ preventScroll: true });
    field?.select();
  }, [ref]);
}
