import { useEffect, useRef } from 'react';
import type { FinishWay } from './use-finish.ts';

/** Ctrl+Enter, with Shift the other way, where no field of the form has the keyboard: the form itself hears it first. */
export function useFinishKeys(finish: (way: FinishWay) => void): void {
  const latest = useRef(finish);
  useEffect(() => {
    latest.current = finish;
  });
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (event.code !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return;
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      latest.current(event.shiftKey ? 'other' : 'main');
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
