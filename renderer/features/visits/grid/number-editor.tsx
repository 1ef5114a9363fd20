import type { JSX } from 'react';
import { useRef } from 'react';
import { textAnswer } from '#shared/forms/answers.ts';
import { typedNumber } from '../../../forms/widgets/typed-number.ts';
import { usePreferences } from '../../../i18n/preference-store.ts';
import type { EditorProps } from './editor-props.ts';
import { useGridTools } from './grid-context.ts';
import css from './grid.module.css';
import { readCell } from './read-cell.ts';
import { useCellTyping } from './use-cell-typing.ts';
import { useLastPrice } from './use-last-price.ts';
import { useTakeKeyboard } from './use-take-keyboard.ts';

/** A number in digits of any script. */
export function NumberEditor({ row, column, label }: EditorProps): JSX.Element {
  const { session } = useGridTools();
  const { digits } = usePreferences();
  const ref = useRef<HTMLInputElement>(null);
  useTakeKeyboard(ref);
  const type = useCellTyping(session, row.id, column, (text) => readCell(column, text, []));
  const { answers, raw } = row.content;
  const last = useLastPrice(row, column);
  return (
    <input
      ref={ref}
      type="text"
      inputMode="decimal"
      autoComplete="off"
      dir="ltr"
      aria-label={label}
      aria-invalid={raw[column.name] !== undefined}
      className={css['numberInput']}
      placeholder={last}
      defaultValue={raw[column.name] ?? typedNumber(textAnswer(answers[column.name]) ?? '', digits)}
      onInput={(event) => type(event.currentTarget.value)}
    />
  );
}
