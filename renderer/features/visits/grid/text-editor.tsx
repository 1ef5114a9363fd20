import { useLingui } from '@lingui/react/macro';
import type { JSX, KeyboardEvent } from 'react';
import { useContext, useId, useMemo, useRef, useState } from 'react';
import { searchKey } from '#shared/core/search-key.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import { AnchoredList, optionId } from '../../../ui/anchored-list.tsx';
import type { EditorProps } from './editor-props.ts';
import { CommandContext, useGridTools } from './grid-context.ts';
import css from './grid.module.css';
import { useCellTyping } from './use-cell-typing.ts';
import { useProposal } from './use-proposal.ts';
import { useTakeKeyboard } from './use-take-keyboard.ts';

const MAX_SHOWN = 6;

/** A text; what was written before for the same product is offered below it, to be taken with the arrow down and Enter. */
export function TextEditor({ row, column, label }: EditorProps): JSX.Element {
  const { session, specsOf } = useGridTools();
  const { t } = useLingui();
  const run = useContext(CommandContext);
  const listId = useId();
  const ref = useRef<HTMLInputElement>(null);
  useTakeKeyboard(ref);
  const { answers } = row.content;
  const text = textAnswer(answers[column.name]) ?? '';
  const proposed = useProposal(row, column);
  const [marked, setMarked] = useState(-1);
  const [isTyped, setIsTyped] = useState(false);
  const type = useCellTyping(session, row.id, column, (typed) => ({
    value: typed === '' ? undefined : typed,
  }));
  const isOffered =
    column.field.kind === 'text' && column.field.suggest && (isTyped || text === '');
  const product = textAnswer(answers['product_id']);
  // Looked through once, not at every key: a visit may have hundreds.
  const specs = useMemo(
    () => specsOf(product).map((spec) => ({ spec, key: searchKey(spec) })),
    [specsOf, product],
  );
  const texts = isOffered ? offered(text) : [];

  function offered(typed: string): readonly string[] {
    const words = searchKey(typed).split(' ');
    return specs
      .filter(({ spec, key }) => spec !== typed && words.every((word) => key.includes(word)))
      .map(({ spec }) => spec)
      .slice(0, MAX_SHOWN);
  }
  function take(chosen: string): void {
    session.acts.type({ row: row.id, field: column.name, value: chosen });
    run({ do: 'next' });
  }
  function move(event: KeyboardEvent): void {
    const chosen = texts[marked];
    if (event.key === 'ArrowDown') setMarked(Math.min(marked + 1, texts.length - 1));
    else if (event.key === 'ArrowUp') setMarked(Math.max(marked - 1, -1));
    else if (event.key === 'Escape') setMarked(-1);
    else if (event.key === 'Enter' && chosen !== undefined) take(chosen);
    else return;
    event.preventDefault();
  }
  const isOpen = texts.length > 0;
  return (
    <>
      <input
        ref={ref}
        type="text"
        role="combobox"
        autoComplete="off"
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={marked < 0 ? undefined : optionId(listId, marked)}
        data-list={isOpen ? (marked < 0 ? 'below' : 'entered') : undefined}
        className={css['textInput']}
        placeholder={proposed === undefined ? undefined : t`${proposed} (Enter)`}
        defaultValue={text}
        onInput={(event) => {
          // Set to what it is, a state costs a rendering all the same.
          if (marked !== -1) setMarked(-1);
          if (!isTyped) setIsTyped(true);
          type(event.currentTarget.value);
        }}
        onKeyDown={move}
      />
      {isOpen && (
        <AnchoredList
          id={listId}
          label={t`Given before`}
          options={texts.map((spec) => ({ value: spec, label: spec }))}
          marked={marked}
          onChoose={({ value }) => take(value)}
        />
      )}
    </>
  );
}
