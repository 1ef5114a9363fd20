import type { ComboboxOption } from './combobox-search.ts';

/** An act at the end of the list: "add to the register", "another one". */
export interface ComboboxExtra {
  readonly value: string;
  readonly label: string;
}

export type ComboboxItem =
  | { readonly kind: 'option'; readonly option: ComboboxOption }
  | { readonly kind: 'extra'; readonly extra: ComboboxExtra };

/** Most options shown at once: what a person reads at a glance; the rest is found by typing. */
export const MAX_SHOWN = 12;

/** What an item is known by, also after the list around it has changed. */
export function keyOf(item: ComboboxItem): string {
  return item.kind === 'option' ? `option ${item.option.value}` : `extra ${item.extra.value}`;
}

/** The items of an open list: the first matches, then the acts. The match known by `kept` is among them, wherever it stands. */
export function shownItems(
  matches: readonly ComboboxOption[],
  extras: readonly ComboboxExtra[],
  kept?: string,
): readonly ComboboxItem[] {
  const all = matches.map((option) => ({ kind: 'option', option }) as const);
  const shown = all.slice(0, MAX_SHOWN);
  const beyond = kept === undefined ? undefined : all.slice(MAX_SHOWN).find(isKept);
  function isKept(item: ComboboxItem): boolean {
    return keyOf(item) === kept;
  }
  return [
    ...(beyond ? [...shown.slice(0, -1), beyond] : shown),
    ...extras.map((extra) => ({ kind: 'extra', extra }) as const),
  ];
}
