import { useEffect, useRef } from 'react';
import { isTyping } from './is-typing.ts';
import { useShortcutHints } from './shortcut-hints.ts';

interface Shortcut {
  /** The key by its place on the keyboard, so that it works under a Persian layout as well. */
  readonly code: string;
  readonly run: () => void;
  /** What it does, for the sheet of shortcuts. */
  readonly label: string;
  /** A key that means something alone: it works with Alt only. */
  readonly needsAlt?: boolean;
}

/** A key that works with Alt everywhere, and alone where nothing is typed. */
export function useShortcut({ code, run, label, needsAlt = false }: Shortcut): void {
  useShortcutHints([{ keys: `Alt+${code.replace(/^Key|^Digit/, '')}`, label }]);
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (event.code !== code || event.ctrlKey || event.metaKey || event.repeat) return;
      if (!event.altKey && (needsAlt || isTyping(event.target))) return;
      if (document.querySelector('dialog[open]')) return;
      event.preventDefault();
      latest.current();
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [code, needsAlt]);
}
