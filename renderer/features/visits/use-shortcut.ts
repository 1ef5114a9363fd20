import { useEffect, useRef } from 'react';

interface Shortcut {
  /** The key by its place on the keyboard, so that it works under a Persian layout as well. */
  readonly code: string;
  readonly run: () => void;
}

/** A letter that works with Alt everywhere, and alone where nothing is typed. */
export function useShortcut({ code, run }: Shortcut): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (event.code !== code || event.ctrlKey || event.metaKey || event.repeat) return;
      if (!event.altKey && isTyping(event.target)) return;
      if (document.querySelector('dialog[open]')) return;
      event.preventDefault();
      latest.current();
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [code]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input:not([type=radio], [type=checkbox]), textarea, select') !== null
  );
}
