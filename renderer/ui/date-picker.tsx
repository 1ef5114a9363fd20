import { useLingui } from '@lingui/react/macro';
import type { JSX, KeyboardEvent } from 'react';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { directionOf } from '#shared/core/language.ts';
import { addDays, addMonths, daysOfMonth, weekdayOf } from '#shared/core/month.ts';
import type { Calendar, PlainDate } from '#shared/core/plain-date.ts';
import { partsOf } from '#shared/core/plain-date.ts';
import { calendarNames } from '../i18n/calendar-names.ts';
import { usePreferences } from '../i18n/preference-store.ts';
import { useFormat } from '../i18n/use-format.ts';
import { Button, IconButton } from './button.tsx';
import css from './date-picker.module.css';
import { joinClasses } from './join-classes.ts';

interface DatePickerProps {
  /** The day that is chosen; the month of it, else of today, is shown first. */
  readonly value: PlainDate | undefined;
  readonly today: PlainDate;
  readonly onChoose: (day: PlainDate) => void;
  readonly onClose: () => void;
}

// The week begins on Saturday in Iran, Afghanistan and Iraq alike.
const weekdays = [6, 0, 1, 2, 3, 4, 5] as const;

/**
 * A month of the chosen calendar with the days of the other beside, walked through with the arrow keys, which go where they
 * point; PageUp and PageDown go by months, with Shift by years, Home and End by weeks.
 */
export function DatePicker({ value, today, onChoose, onClose }: DatePickerProps): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  const { calendar, language, showsOtherCalendar } = usePreferences();
  const [at, setAt] = useState(value ?? today);
  const gridRef = useRef<HTMLTableElement>(null);
  const days = daysOfMonth(at, calendar);
  const [first = at, last = at] = [days[0], days.at(-1)];
  const other = otherOf(calendar);
  const otherMonths = [...new Set([first, last].map((day) => format.otherDate(day, 'month')))];

  function press(event: KeyboardEvent): void {
    const next = stepFrom(at, event, directionOf[language] === 'rtl', calendar);
    if (next === undefined) return;
    event.preventDefault();
    flushSync(() => setAt(next));
    focusDay(gridRef.current);
  }
  function turn(months: number): void {
    setAt(addMonths(at, months, calendar));
  }

  return (
    <div className={css['picker']}>
      <div className={css['head']}>
        <IconButton icon="arrow-back" label={t`Previous month`} onClick={() => turn(-1)} />
        <p className={css['month']} aria-live="polite">
          {format.date(first, 'month')}
          {showsOtherCalendar && (
            <span className={css['otherMonth']}>{otherMonths.join(' – ')}</span>
          )}
        </p>
        <IconButton icon="arrow-forward" label={t`Next month`} onClick={() => turn(1)} />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a month is the grid of the ARIA date picker pattern */}
      <table ref={gridRef} role="grid" aria-label={format.date(first, 'month')} onKeyDown={press}>
        <thead>
          <tr>
            {weekdays.map((weekday) => (
              <th key={weekday} scope="col" className={css['weekday']}>
                {shortWeekday(calendarNames[language].weekdays[weekday] ?? '', language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(days).map((week) => (
            <tr key={week.find((day) => day !== undefined)}>
              {week.map((day, column) => (
                <td key={day ?? column} aria-selected={day !== undefined && day === value}>
                  {day !== undefined && (
                    <button
                      type="button"
                      tabIndex={day === at ? 0 : -1}
                      aria-label={format.dateBoth(day, 'full')}
                      aria-current={day === today ? 'date' : undefined}
                      className={joinClasses(css['day'], day === value && css['chosen'])}
                      onClick={() => onChoose(day)}
                    >
                      {format.digits(String(partsOf(day, calendar).day))}
                      {showsOtherCalendar && (
                        <span className={css['otherDay']}>
                          {format.digits(String(partsOf(day, other).day))}
                        </span>
                      )}
                    </button>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={css['foot']}>
        <Button size="small" onClick={() => onChoose(today)}>{t`Today`}</Button>
        <Button size="small" kind="quiet" onClick={onClose}>{t`Close`}</Button>
      </div>
    </div>
  );
}

/** Puts the keyboard on the day that the arrows start from. */
export function focusDay(grid: HTMLElement | null): void {
  grid?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
}

function otherOf(calendar: Calendar): Calendar {
  return calendar === 'persian' ? 'gregory' : 'persian';
}

/** Where a key leads from a day; undefined for one that leads nowhere. */
function stepFrom(
  day: PlainDate,
  { key, shiftKey }: KeyboardEvent,
  isRtl: boolean,
  calendar: Calendar,
): PlainDate | undefined {
  const column = (weekdayOf(day) + 1) % 7;
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, isRtl ? 1 : -1);
    case 'ArrowRight':
      return addDays(day, isRtl ? -1 : 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'Home':
      return addDays(day, -column);
    case 'End':
      return addDays(day, 6 - column);
    case 'PageUp':
      return addMonths(day, shiftKey ? -12 : -1, calendar);
    case 'PageDown':
      return addMonths(day, shiftKey ? 12 : 1, calendar);
    default:
      return undefined;
  }
}

/** The days of a month in rows from Saturday to Friday. */
function weeksOf(days: readonly PlainDate[]): readonly (readonly (PlainDate | undefined)[])[] {
  const [first] = days;
  const lead = first === undefined ? 0 : (weekdayOf(first) + 1) % 7;
  const cells = [...Array.from({ length: lead }, () => undefined), ...days];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_week, row) =>
    Array.from({ length: 7 }, (_cell, column) => cells[row * 7 + column]),
  );
}

/** English weekdays are known by three letters; the others are written in full, as no letter of theirs tells them apart. */
function shortWeekday(name: string, language: string): string {
  return language === 'en' ? name.slice(0, 3) : name;
}
