import type { JSX } from 'react';
import { useState } from 'react';
import type { PlainDate } from '#shared/core/plain-date.ts';
import { isPlainDate, parseTypedDate } from '#shared/core/plain-date.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { DateInput } from '../../ui/date-input.tsx';
import { FieldShell } from '../../ui/field-shell.tsx';
import { useDayText } from '../use-day-text.ts';
import { useTypedText } from './use-typed-text.ts';
import type { WidgetProps } from './widget-props.ts';
import css from './widgets.module.css';

/** A day, typed in either calendar or chosen in a month; the weekday and the other calendar are read back beside it. */
export function DateWidget(props: WidgetProps<'date'>): JSX.Element {
  const { value, raw, frame, onAnswer } = props;
  const format = useFormat();
  const { example, problemOf } = useDayText();
  const [isLeft, setIsLeft] = useState(true);
  const day = dayAnswer(value);
  const { text, type, settle } = useTypedText(
    raw,
    day === undefined ? '' : format.date(day, 'short'),
    (typed) => {
      const read = parseTypedDate(typed);
      setIsLeft(false);
      if (read.kind === 'day') onAnswer(read.day);
      else onAnswer(undefined, read.kind === 'empty' ? undefined : typed);
    },
  );
  const error = (isLeft && problemOf(raw)) || frame.error;
  return (
    <FieldShell {...frame} error={error}>
      {(control) => (
        <div className={css['measured']}>
          <div className={css['short']}>
            <DateInput
              {...control}
              day={day}
              onDay={(chosen) => {
                settle();
                onAnswer(chosen);
              }}
              placeholder={example}
              value={text}
              onChange={(event) => type(event.currentTarget.value)}
              onBlur={() => {
                setIsLeft(true);
                if (raw === undefined) settle();
              }}
            />
          </div>
          <output className={css['readBack']}>{day && format.dateBoth(day, 'full')}</output>
        </div>
      )}
    </FieldShell>
  );
}

function dayAnswer(value: WidgetProps<'date'>['value']): PlainDate | undefined {
  const text = textAnswer(value);
  return text !== undefined && isPlainDate(text) ? text : undefined;
}
