import { useLayoutEffect, useRef } from 'react';
import { isTyping } from '../../ui/is-typing.ts';
import { useShortcutHints } from '../../ui/shortcut-hints.ts';

interface KeyAct {
  /** What it does, for the sheet of shortcuts. */
  readonly label: string;
  readonly run: () => void;
}

/** Acts by the key's place on the keyboard, so that they work under a Persian, Kurdish or any other layout. */
export type KeyActs = Readonly<Record<string, KeyAct>>;

/** Single keys that act as long as nothing is typed and no dialog is open. */
export function useReviewKeys(acts: KeyActs): void {
  useShortcutHints(
    Object.entries(acts).map(([code, { label }]) => ({ keys: code.replace(/^Key/, ''), label })),
  );
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
      act.run();
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
