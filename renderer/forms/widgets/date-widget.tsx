import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import type { PlainDate } from '#shared/core/plain-date.ts';
import { isPlainDate, parseTypedDate } from '#shared/core/plain-date.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import { usePreferences } from '../../i18n/preference-store.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { DateInput } from '../../ui/date-input.tsx';
import { FieldShell } from '../../ui/field-shell.tsx';
import { useTypedText } from './use-typed-text.ts';
import type { WidgetProps } from './widget-props.ts';
import css from './widgets.module.css';

/** A day, typed year first in either calendar or chosen in a month; the weekday and the other calendar are read back beside it. */
export function DateWidget(props: WidgetProps<'date'>): JSX.Element {
  const { value, raw, frame, onAnswer } = props;
  const { t } = useLingui();
  const format = useFormat();
  const { calendar } = usePreferences();
  const day = dayAnswer(value);
  const { text, type, settle } = useTypedText(
    raw,
    day === undefined ? '' : format.date(day, 'short'),
    (typed) => {
      const parsed = parseTypedDate(typed, calendar);
      onAnswer(parsed, parsed === undefined && typed.trim() !== '' ? typed : undefined);
    },
  );
  const isWrong = raw !== undefined && raw.trim().length >= 8;
  const example = format.digits(calendar === 'persian' ? '1405/09/06' : '2026/11/27');
  const error = isWrong
    ? t`There is no such day. Type year, month and day, such as ${example}.`
    : frame.error;
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
              onBlur={() => raw === undefined && settle()}
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
