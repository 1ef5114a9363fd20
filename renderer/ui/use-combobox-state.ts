import type { UseComboboxReturnValue } from 'downshift';
import { useCombobox } from 'downshift';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { withoutIsolates } from '#shared/core/bidi.ts';
import { afterPointer } from './after-pointer.ts';
import type { ComboboxIndex, ComboboxOption } from './combobox-search.ts';
import { indexOptions } from './combobox-search.ts';
import type { ComboboxExtra, ComboboxItem } from './shown-items.ts';
import { keyOf, shownItems } from './shown-items.ts';
import { useBackgroundWork } from './use-background-work.ts';
import { useKeptMark } from './use-kept-mark.ts';

export interface ComboboxBehaviour {
  readonly options: readonly ComboboxOption[];
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  /** Text that was left in the field earlier and names nothing of the list. */
  readonly initialText?: string | undefined;
  /** Hears what is typed and not chosen yet, so that it can be kept; null once it is settled. */
  readonly onText?: ((text: string | null) => void) | undefined;
  /** Acts offered for what is typed now (empty where nothing is). */
  readonly extras?: ((typed: string) => readonly ComboboxExtra[]) | undefined;
  readonly onExtra?: ((extra: string, typed: string) => void) | undefined;
}

interface ComboboxState {
  readonly downshift: UseComboboxReturnValue<ComboboxItem>;
  readonly items: readonly ComboboxItem[];
  readonly matchCount: number;
  /** Nothing bears the typed name: the items are of names like it, and none is marked for Enter. */
  readonly isNear: boolean;
  /** Text that names nothing of the list and was left in the field. */
  readonly isUnmatched: boolean;
  readonly type: (text: string) => void;
  readonly leave: () => void;
}

const { stateChangeTypes: change } = useCombobox;

/** The text in the field is either what was typed since the last choice, or else the label of the chosen option. */
export function useComboboxState(
  props: ComboboxBehaviour & { readonly inputId: string },
): ComboboxState {
  const { options, value, onChange, initialText, onText, extras, onExtra, inputId } = props;
  const [typed, setTyped] = useState<string | null>(initialText ?? null);
  const [hasLeft, setHasLeft] = useState(true);
  const index = useMemo(() => indexOptions(options), [options]);
  const chosen = options.find((option) => option.value === value);
  const { matches, isNear } = useMemo(() => {
    const found = index.find(typed ?? '');
    if (found.length > 0) return { matches: found, isNear: false };
    const near = index.near(typed ?? '');
    return { matches: near, isNear: near.length > 0 };
  }, [index, typed]);
  const [kept, setKept] = useState<string>();
  const acts = extras?.(typed ?? '') ?? [];
  const items = shownItems(matches, acts, kept);

  const [seenValue, setSeenValue] = useState(value);
  if (value !== seenValue) {
    setSeenValue(value);
    // An answer given from outside the field takes the place of what was typed.
    if (value !== null) setTyped(null);
  }

  // A choice by Enter and the leaving of the field that follows it come before the next drawing: what is in the field is known
  // from here then, or leaving would take the new answer away again.
  const typedNow = useRef(typed);
  useLayoutEffect(() => {
    typedNow.current = typed;
  });

  function keepText(text: string | null): void {
    typedNow.current = text;
    setTyped(text);
    setKept(undefined);
    onText?.(text);
  }

  function choose(item: ComboboxItem): void {
    // What was typed stays until the act has made an answer of it, or was thought better of.
    if (item.kind === 'extra') return onExtra?.(item.extra.value, typed ?? '');
    keepText(null);
    onChange(item.option.value);
  }

  const downshift = useCombobox<ComboboxItem>({
    items: [...items],
    inputId,
    inputValue: typed ?? withoutIsolates(chosen?.label ?? value ?? ''),
    selectedItem: null,
    itemToString: (item) => (item?.kind === 'option' ? withoutIsolates(item.option.label) : ''),
    itemToKey: (item) => (item?.kind === 'option' ? item.option.value : item?.extra),
    stateReducer: (state, action) => {
      if (action.type === change.InputChange) {
        return {
          ...action.changes,
          highlightedIndex: firstMatch(index, action.changes.inputValue),
        };
      }
      // The library empties a closed field on Esc; here Esc only ever closes the list.
      if (action.type === change.InputKeyDownEscape) return { ...state, isOpen: false };
      if (action.changes.isOpen === true && !state.isOpen && value !== null && typed === null) {
        const at = items.findIndex((item) => item.kind === 'option' && item.option.value === value);
        return { ...action.changes, highlightedIndex: at };
      }
      return action.changes;
    },
    onStateChange: ({ type, selectedItem }) => {
      if (selectedItem) choose(selectedItem);
      else if (type === change.InputBlur) settle();
    },
  });

  const { isOpen, highlightedIndex, setHighlightedIndex } = downshift;
  const marked = items[highlightedIndex];
  useKeptMark({ isOpen, typed, index, marked: marked && keyOf(marked) }, (key) => {
    setKept(key);
    setHighlightedIndex(shownItems(matches, acts, key).findIndex((item) => keyOf(item) === key));
  });

  useBackgroundWork(index.prepare, downshift.isOpen);

  function settle(): void {
    afterPointer(() => setHasLeft(true));
    const left = typedNow.current;
    if (left === null) return;
    const named = index.byName(left);
    if (named) choose({ kind: 'option', option: named });
    else if (value !== null) onChange(null);
    if (left.trim() === '') keepText(null);
  }

  return {
    downshift,
    items,
    matchCount: matches.length,
    isNear,
    isUnmatched: hasLeft && typed !== null,
    type: (text) => {
      setHasLeft(false);
      keepText(text);
    },
    // While the list is open the library says how it was left: with the marked option (by keyboard) or without (by mouse).
    leave: () => {
      if (!downshift.isOpen) settle();
    },
  };
}

function firstMatch(index: ComboboxIndex, typed: string | undefined): number {
  return typed !== undefined && typed.trim() !== '' && index.find(typed).length > 0 ? 0 : -1;
}
