import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useRef } from 'react';
import { textAnswer } from '#shared/forms/answers.ts';
import type { ComboboxOption } from '../../../ui/combobox-search.ts';
import { Combobox } from '../../../ui/combobox.tsx';
import type { EditorProps } from './editor-props.ts';
import { useGridTools } from './grid-context.ts';
import css from './grid.module.css';
import { useProposal } from './use-proposal.ts';
import { useTakeKeyboard } from './use-take-keyboard.ts';

interface ChoiceEditorProps extends EditorProps {
  readonly options: readonly ComboboxOption[];
}

/** A choice among many, found by typing. */
export function ChoiceEditor({ row, column, label, options }: ChoiceEditorProps): JSX.Element {
  const { session } = useGridTools();
  const { t } = useLingui();
  const ref = useRef<HTMLDivElement>(null);
  useTakeKeyboard(ref);
  const { acts, editing } = session;
  const { answers, raw } = row.content;
  const answer = textAnswer(answers[column.name]);
  const code = useProposal(row, column);
  const proposed = options.find(({ value }) => value === code)?.label;
  function give(value: string | undefined, text: string | undefined): void {
    acts.type({ row: row.id, field: column.name, value, raw: text });
  }
  return (
    <div ref={ref} className={css['choice']}>
      <Combobox
        label={label}
        options={options}
        value={answer ?? null}
        onChange={(chosen) =>
          give(chosen ?? undefined, chosen === null ? raw[column.name] : undefined)
        }
        initialText={raw[column.name]}
        onText={(text) => {
          editing.set(text !== null);
          give(text === '' ? undefined : answer, text ?? undefined);
        }}
        placeholder={proposed === undefined ? t`Type to search …` : t`${proposed} (Enter)`}
      />
    </div>
  );
}
