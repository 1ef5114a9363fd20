import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useState } from 'react';
import type { PlainDate } from '#shared/core/plain-date.ts';
import { parseTypedDate } from '#shared/core/plain-date.ts';
import { usePreferences } from '../i18n/preference-store.ts';
import { useFormat } from '../i18n/use-format.ts';
import { DateInput } from '../ui/date-input.tsx';
import { FieldShell } from '../ui/field-shell.tsx';

interface FilterDayProps {
  readonly label: string;
  readonly value: PlainDate | undefined;
  readonly onChange: (day: PlainDate | undefined) => void;
}

/** A day to filter by, typed in either calendar or chosen in a month; it counts as soon as it is a day, and an empty field is no filter. */
export function FilterDay({ label, value, onChange }: FilterDayProps): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  const { calendar } = usePreferences();
  const [typed, setTyped] = useState<string>();
  const [isLeft, setIsLeft] = useState(true);
  const example = format.digits(calendar === 'persian' ? '1405/09/06' : '2026/11/27');
  const isWrong =
    typed !== undefined && typed.trim() !== '' && parseTypedDate(typed, calendar) === undefined;

  function type(text: string): void {
    setTyped(text);
    setIsLeft(false);
    const day = parseTypedDate(text, calendar);
    if (day !== undefined || text.trim() === '') onChange(day);
  }
  return (
    <FieldShell
      label={label}
      error={isLeft && isWrong ? t`There is no such day. Type it as ${example}.` : undefined}
    >
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
            if (!isWrong) setTyped(undefined);
          }}
        />
      )}
    </FieldShell>
  );
}
