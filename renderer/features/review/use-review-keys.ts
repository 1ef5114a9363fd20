import { useLayoutEffect, useRef } from 'react';

/** Acts by the key's place on the keyboard, so that they work under a Persian, Kurdish or any other layout. */
export type KeyActs = Readonly<Record<string, () => void>>;

/** Single keys that act as long as nothing is typed and no dialog is open. */
export function useReviewKeys(acts: KeyActs): void {
  const latest = useRef(acts);
  // Before the screen is painted: a key pressed on what is seen must never fall between two of them.
  useLayoutEffect(() => {
    latest.current = acts;
  });
  useLayoutEffect(() => {
    function press(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (isTyping(event.target) || document.querySelector('dialog[open]')) return;
      const act = latest.current[event.code];
      if (!act) return;
      event.preventDefault();
      act();
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select') !== null;
}
