import { useEffect, useRef } from 'react';
import { isTyping } from '../ui/is-typing.ts';

/** What the keys that work everywhere do. */
export interface AppKeys {
  readonly openPalette: () => void;
  readonly openSheet: () => void;
  readonly switchLanguage: () => void;
}

/**
 * Ctrl+K, F1 or ?, and F9, by their place on the keyboard: a Persian layout has other letters there. F9 works in a dialog too: to
 * show somebody the screen in their language nothing has to be closed.
 */
export function useAppKeys(keys: AppKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      const act = actOf(event, latest.current);
      if (act === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) act();
    }
    // Before the widgets, some of which keep keys to themselves.
    document.addEventListener('keydown', press, { capture: true });
    return () => document.removeEventListener('keydown', press, { capture: true });
  }, []);
}

function actOf(event: KeyboardEvent, keys: AppKeys): (() => void) | undefined {
  const { code, altKey, shiftKey } = event;
  const isChord = event.ctrlKey || event.metaKey;
  if (code === 'F9' && !isChord && !altKey) return keys.switchLanguage;
  if (document.querySelector('dialog[open]')) return undefined;
  if (code === 'KeyK' && isChord && !altKey && !shiftKey) return keys.openPalette;
  if (code === 'F1') return keys.openSheet;
  const isQuestionMark = code === 'Slash' && shiftKey && !isChord && !altKey;
  return isQuestionMark && !isTyping(event.target) ? keys.openSheet : undefined;
}
