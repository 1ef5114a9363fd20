import type { Json } from '#shared/core/json.ts';
import type { Failure } from '#shared/core/failure.ts';
import type { Language } from '#shared/core/language.ts';
import type { Result } from '#shared/core/result.ts';
import { create } from 'zustand';
import type { ChosenPreferences, Preferences } from './preferences.ts';
import { completePreferences, parsePreferences } from './preferences.ts';

/** Where preferences are kept for good: the settings of the local store. */
export interface PreferenceKeeper {
  get(key: string): Promise<Json | undefined>;
  set(key: string, value: Json): Promise<Result<null, Failure>>;
}

interface PreferenceState {
  readonly chosen: ChosenPreferences;
  readonly keeper: PreferenceKeeper | undefined;
}

const KEY = 'preferences';

// The store opens only after the first paint; this copy lets even the start-up screen speak the person's language.
const MIRROR = 'bazarnegar.preferences';

const usePreferenceState = create<PreferenceState>(() => ({
  chosen: readMirror(),
  keeper: undefined,
}));

/** The preferences in force. */
export function usePreferences(): Preferences {
  return completePreferences(usePreferenceState((state) => state.chosen));
}

/** The preferences in force, outside of React. */
export function currentPreferences(): Preferences {
  return completePreferences(usePreferenceState.getState().chosen);
}

/** Whether the person has ever chosen a language here. */
export function useHasChosenLanguage(): boolean {
  return usePreferenceState((state) => state.chosen.language !== undefined);
}

/** Takes the stored preferences over and keeps later choices there. */
export async function keepPreferencesIn(keeper: PreferenceKeeper): Promise<void> {
  const stored = await keeper.get(KEY);
  const before = usePreferenceState.getState().chosen;
  usePreferenceState.setState({ keeper });
  // A choice made before the store was open is newer than what it holds only when it holds nothing.
  if (stored === undefined) await keeper.set(KEY, before);
  else apply(parsePreferences(stored));
}

/** Changes some preferences, at once on the screen and then in the store; false where the store did not take it. */
export async function choosePreferences(change: ChosenPreferences): Promise<boolean> {
  const { chosen, keeper } = usePreferenceState.getState();
  const next = { ...chosen, ...change };
  apply(next);
  const kept = await keeper?.set(KEY, next);
  return kept?.ok ?? true;
}

/** Changes to a language, and remembers the one before as the one that a key switches back to. */
export function switchLanguage(language: Language): Promise<boolean> {
  const { language: before } = currentPreferences();
  return before === language
    ? Promise.resolve(true)
    : choosePreferences({ language, otherLanguage: before });
}

function apply(chosen: ChosenPreferences): void {
  usePreferenceState.setState({ chosen });
  try {
    localStorage.setItem(MIRROR, JSON.stringify(chosen));
  } catch {
    // A full or forbidden localStorage costs the first paint its language, nothing else.
  }
}

function readMirror(): ChosenPreferences {
  try {
    return parsePreferences(JSON.parse(localStorage.getItem(MIRROR) ?? 'null') as Json);
  } catch {
    return {};
  }
}
