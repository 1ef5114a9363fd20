import { useEffect } from 'react';
import { watchIdle } from '../vault/watch-idle.ts';
import type { StartedServices } from './start-up.ts';

/** Locks the vault when a person presses Ctrl+Shift+L, when nobody is there for long, and when the system sleeps or locks. */
export function useVaultLock({ desktop, ambient, vault }: StartedServices): void {
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      const isChord = event.ctrlKey || event.metaKey;
      if (event.code !== 'KeyL' || !isChord || !event.shiftKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      void vault.lock();
    }
    document.addEventListener('keydown', press, { capture: true });
    const stopWatching = watchIdle(ambient.nowMs, () => void vault.lock());
    desktop.onSuspend(() => void vault.lock());
    return () => {
      document.removeEventListener('keydown', press, { capture: true });
      stopWatching();
    };
  }, [desktop, ambient, vault]);
}
