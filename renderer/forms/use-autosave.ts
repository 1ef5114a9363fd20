import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import type { Autosave, AutosaveState } from './autosave.ts';
import { createAutosave } from './autosave.ts';

/**
 * Keeps a draft on the disk while it is typed: soon after each change, and at once when the person leaves a question,
 * the window or the page. `state.kind === 'saved'` says that it is safe to leave.
 */
export function useAutosave(save: () => Promise<Result<unknown, Failure>>): {
  readonly autosave: Autosave;
  readonly state: AutosaveState;
} {
  const latestSave = useRef(save);
  useEffect(() => {
    latestSave.current = save;
  });
  const [autosave] = useState(() => createAutosave(() => latestSave.current()));
  const state = useSyncExternalStore(autosave.onState, autosave.state);
  useEffect(() => {
    const flush = () => void autosave.flush();
    const leave = (event: BeforeUnloadEvent) => {
      flush();
      if (autosave.state().kind === 'failed') event.preventDefault();
    };
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
