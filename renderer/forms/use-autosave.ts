import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Autosave, AutosaveState } from './autosave.ts';
import { createAutosave } from './autosave.ts';

/**
 * Keeps a draft on the disk while it is typed, by the function given to `saveBy`: soon after each change, and at once when
 * the person leaves a question, the window or the page. `state.kind === 'saved'` says that it is safe to leave. `given`: one
 * that is made already.
 */
export function useAutosave(given?: Autosave): {
  readonly autosave: Autosave;
  readonly state: AutosaveState;
} {
  const [autosave] = useState(() => given ?? createAutosave());
  const state = useSyncExternalStore(autosave.onState, autosave.state);
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
  return { autosave, state };
}
