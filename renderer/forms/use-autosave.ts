import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Autosave } from './autosave.ts';
import { createAutosave } from './autosave.ts';

/**
 * Keeps a draft on the disk while it is typed, by the function given to `saveBy`: soon after each change, and at once when
 * the person leaves a question, the window or the page. `isFailing`: it is not safe to leave, what was typed could not be saved yet.
 * `given`: one that is made already.
 */
export function useAutosave(given?: Autosave): {
  readonly autosave: Autosave;
  readonly isFailing: boolean;
} {
  const [autosave] = useState(() => given ?? createAutosave());
  // Of every save nothing is drawn: it would stand between a key and its frame.
  const isFailing = useSyncExternalStore(
    autosave.onState,
    () => autosave.state().kind === 'failed',
  );
  useEffect(() => {
    function flush(): void {
      void autosave.flush();
    }
    function leave(event: BeforeUnloadEvent): void {
      flush();
      if (autosave.state().kind === 'failed') event.preventDefault();
    }
    document.addEventListener('focusout', flush);
    document.addEventListener('visibilitychange', flush);
    globalThis.addEventListener('pagehide', flush);
    globalThis.addEventListener('beforeunload', leave);
    return () => {
      document.removeEventListener('focusout', flush);
      document.removeEventListener('visibilitychange', flush);
      globalThis.removeEventListener('pagehide', flush);
      globalThis.removeEventListener('beforeunload', leave);
      flush();
    };
  }, [autosave]);
  return { autosave, isFailing };
}
