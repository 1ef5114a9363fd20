import type { JSX, KeyboardEvent } from 'react';
import { useId } from 'react';
import { flushSync } from 'react-dom';
import { useFormat } from '../../i18n/use-format.ts';
import { FieldGroup } from '../../ui/field-shell.tsx';
import { digitOf } from './digit-key.ts';
import { gridAnswer } from './read-answer.ts';
import type { WidgetProps } from './widget-props.ts';
import css from './widgets.module.css';

/** One choice for each of several rows; a digit answers the row and goes to the next. */
export function GridWidget(props: WidgetProps<'grid'>): JSX.Element {
  const { value, frame, options, rows, onAnswer, onNext } = props;
  const format = useFormat();
  const id = useId();
  const answer = gridAnswer(value);

  function rate(row: string, code: string): void {
    onAnswer({ ...answer, [row]: code });
  }
  function rateByKey(event: KeyboardEvent, row: string): void {
    const option = options[(digitOf(event) ?? 0) - 1];
    if (!option) return;
    event.preventDefault();
    flushSync(() => rate(row, option.value));
    onNext();
  }
  return (
    <FieldGroup {...frame}>
      {() => (
        <table className={css['grid']}>
          <thead>
            <tr>
              <th aria-hidden="true" />
              {options.map((option, index) => (
                <th key={option.value} scope="col" className={css['gridHead']}>
                  <span aria-hidden="true" className={css['digit']}>
                    {format.digits(String(index + 1))}
                  </span>
                  {option.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ value: row, label }) => (
              <tr key={row} onKeyDown={(event) => rateByKey(event, row)}>
                <th scope="row" className={css['gridRow']}>
                  {label}
                </th>
                {options.map((option) => (
                  <td key={option.value} className={css['gridCell']}>
                    <input
                      autoComplete="off"
                      type="radio"
                      name={`${id}-${row}`}
                      aria-label={`${label}: ${option.label}`}
                      checked={answer[row] === option.value}
                      onChange={() => rate(row, option.value)}
                      className={css['gridRadio']}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </FieldGroup>
  );
}
