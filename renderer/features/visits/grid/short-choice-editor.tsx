import type { JSX, KeyboardEvent } from 'react';
import { useContext, useId, useRef, useState } from 'react';
import { withoutIsolates } from '#shared/core/bidi.ts';
import { searchKey } from '#shared/core/search-key.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import { digitOf } from '../../../forms/widgets/digit-key.ts';
import { AnchoredList, optionId } from '../../../ui/anchored-list.tsx';
import type { ComboboxOption } from '../../../ui/combobox-search.ts';
import type { EditorProps } from './editor-props.ts';
import { CommandContext, useGridTools } from './grid-context.ts';
import css from './grid.module.css';
import { useTakeKeyboard } from './use-take-keyboard.ts';

interface ShortChoiceEditorProps extends EditorProps {
  readonly options: readonly ComboboxOption[];
}

/** A choice of a few, which lie open below the cell: its digit takes one and goes on, its first letter takes it and stays. */
export function ShortChoiceEditor(props: ShortChoiceEditorProps): JSX.Element {
  const { row, column, label, options } = props;
  const { session } = useGridTools();
  const run = useContext(CommandContext);
  const listId = useId();
  const ref = useRef<HTMLInputElement>(null);
  const [hasKeyboard, setHasKeyboard] = useState(true);
  useTakeKeyboard(ref);
  const { name } = column;
  const value = textAnswer(row.content.answers[name]);
  const chosen = options.findIndex((option) => option.value === value);

  function give(code: string | undefined): void {
    session.acts.give([{ row: row.id, field: name, value: code }]);
  }
  function take(option: ComboboxOption): void {
    give(option.value);
    run({ do: 'next' });
  }
  function press(event: KeyboardEvent): void {
    const numbered = options[(digitOf(event) ?? 0) - 1];
    const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (numbered) take(numbered);
    else if (event.key === 'Backspace') give(undefined);
    else if (isLetter) {
      const named = options.find((option) =>
        searchKey(option.label).startsWith(searchKey(event.key)),
      );
      if (named) give(named.value);
    } else return;
    event.preventDefault();
  }
  return (
    <>
      <input
        autoComplete="off"
        ref={ref}
        type="text"
        role="combobox"
        readOnly
        data-list="below"
        aria-label={label}
        aria-expanded={hasKeyboard}
        aria-controls={hasKeyboard ? listId : undefined}
        aria-activedescendant={chosen < 0 ? undefined : optionId(listId, chosen)}
        className={css['textInput']}
        value={row.content.raw[name] ?? withoutIsolates(options[chosen]?.label ?? '')}
        onFocus={() => setHasKeyboard(true)}
        onBlur={() => setHasKeyboard(false)}
        onKeyDown={press}
      />
      {hasKeyboard && (
        <AnchoredList
          id={listId}
          label={label}
          options={options}
          marked={chosen}
          isNumbered
          onChoose={take}
        />
      )}
    </>
  );
}
