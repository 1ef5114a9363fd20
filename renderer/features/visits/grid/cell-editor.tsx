import type { JSX } from 'react';
import { ChoiceEditor } from './choice-editor.tsx';
import type { EditorProps } from './editor-props.ts';
import { useGridTools } from './grid-context.ts';
import { NumberEditor } from './number-editor.tsx';
import { isShortList } from './read-cell.ts';
import { ShortChoiceEditor } from './short-choice-editor.tsx';
import { TextEditor } from './text-editor.tsx';

/** The one live field of the grid. It takes the keyboard as soon as it is there, its text marked, so that typing replaces it. */
export function CellEditor(props: EditorProps): JSX.Element {
  const { session, optionsOf } = useGridTools();
  const { row, column } = props;
  switch (column.field.kind) {
    case 'text':
      return <TextEditor {...props} />;
    case 'decimal':
      return <NumberEditor {...props} />;
    case 'select_one': {
      const options = optionsOf(column.name, column.field, session.reader.status(row).context);
      return isShortList(column.field.choices, options) ? (
        <ShortChoiceEditor {...props} options={options} />
      ) : (
        <ChoiceEditor {...props} options={options} />
      );
    }
  }
}
