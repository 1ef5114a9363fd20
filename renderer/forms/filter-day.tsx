import type { JSX } from 'react';
import { useState } from 'react';
import type { PlainDate } from '#shared/core/plain-date.ts';
import { parseTypedDate } from '#shared/core/plain-date.ts';
import { useFormat } from '../i18n/use-format.ts';
import { DateInput } from '../ui/date-input.tsx';
import { FieldShell } from '../ui/field-shell.tsx';
import { useDayText } from './use-day-text.ts';

interface FilterDayProps {
  readonly label: string;
  readonly value: PlainDate | undefined;
  readonly onChange: (day: PlainDate | undefined) => void;
}

/** A day to filter by, typed in either calendar or chosen in a month; it counts as soon as it is a day, and an empty field is no filter. */
export function FilterDay({ label, value, onChange }: FilterDayProps): JSX.Element {
  const format = useFormat();
  const { example, problemOf } = useDayText();
  const [typed, setTyped] = useState<string>();
  const [isLeft, setIsLeft] = useState(true);
  const problem = problemOf(typed);

  function type(text: string): void {
    setTyped(text);
    setIsLeft(false);
    const read = parseTypedDate(text);
    if (read.kind === 'day') onChange(read.day);
    if (read.kind === 'empty') onChange(undefined);
  }
  return (
    <FieldShell label={label} error={isLeft && problem}>
      {(control) => (
        <DateInput
          {...control}
          placeholder={example}
          value={typed ?? (value === undefined ? '' : format.date(value, 'short'))}
          day={value}
          onDay={(day) => {
            setTyped(undefined);
            onChange(day);
          }}
          onChange={(event) => type(event.currentTarget.value)}
          onBlur={() => {
            setIsLeft(true);
            if (problem === undefined) setTyped(undefined);
          }}
        />
      )}
    </FieldShell>
  );
}
