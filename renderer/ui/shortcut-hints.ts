import { useEffect, useMemo } from 'react';
import { create } from 'zustand';

/** A key or chord, as `KeyHint` shows it, and what it does where the person is now. */
export interface ShortcutHint {
  readonly keys: string;
  readonly label: string;
}

type Shown = ReadonlyMap<symbol, readonly ShortcutHint[]>;

const useShown = create<{ readonly shown: Shown }>(() => ({ shown: new Map() }));

/** Tells of keys for as long as what hears them is on the screen: the sheet of shortcuts lists them. */
export function useShortcutHints(hints: readonly ShortcutHint[]): void {
  const text = JSON.stringify(hints);
  useEffect(() => {
    const own = Symbol('hints');
    const given = JSON.parse(text) as readonly ShortcutHint[];
    useShown.setState(({ shown }) => ({ shown: new Map([...shown, [own, given]]) }));
    return () =>
      useShown.setState(({ shown }) => ({
        shown: new Map([...shown].filter(([key]) => key !== own)),
      }));
  }, [text]);
}

/** The keys that work now, each once, in the order their screens appeared. */
export function useShownHints(): readonly ShortcutHint[] {
  const shown = useShown((state) => state.shown);
  return useMemo(() => {
    const all = [...shown.values()].flat().filter(({ label }) => label !== '');
    return [...new Map(all.map((hint) => [`${hint.keys} ${hint.label}`, hint])).values()];
  }, [shown]);
}
