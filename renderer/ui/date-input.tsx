import { useLingui } from '@lingui/react/macro';
import type { ComponentProps, JSX, KeyboardEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { addDays, addMonths } from '#shared/core/month.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import { localDay } from '../i18n/local-day.ts';
import { usePreferences } from '../i18n/preference-store.ts';
import { IconButton } from './button.tsx';
import css from './date-input.module.css';
import { DatePicker, focusDay } from './date-picker.tsx';
import { TextInput } from './text-field.tsx';

type DateInputProps = Omit<ComponentProps<typeof TextInput>, 'numeric' | 'inputMode'> & {
  /** The day the text is, where it is one. */
  readonly day: PlainDate | undefined;
  readonly onDay: (day: PlainDate) => void;
};

/**
 * A day: typed, or chosen in a month that Alt and the down arrow or the button open. Up and down go by days, PageUp and
 * PageDown by months, without opening anything.
 */
export function DateInput({ day, onDay, onKeyDown, ...input }: DateInputProps): JSX.Element {
  const { t } = useLingui();
  const { calendar } = usePreferences();
  const [isOpen, setIsOpen] = useState(false);
  const placeRef = useRef<HTMLDivElement>(null);
  const popoverRef = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const popover = popoverRef.current;
    const source = placeRef.current;
    if (!isOpen || !popover || !source) return undefined;
    popover.showPopover({ source });
    focusDay(popover);
    return () => popover.hidePopover();
  }, [isOpen]);

  function close(): void {
    setIsOpen(false);
    placeRef.current?.querySelector('input')?.focus();
  }
  function press(event: KeyboardEvent<HTMLInputElement>): void {
    onKeyDown?.(event);
    if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      setIsOpen(false);
    }
    if (event.key === 'ArrowDown' && event.altKey) {
      event.preventDefault();
      setIsOpen(true);
      return;
    }
    const next = event.altKey || event.ctrlKey ? undefined : steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    onDay(day === undefined ? localDay() : next(day, calendar));
  }
  function pressInside(event: KeyboardEvent): void {
    // Keys of the month are not keys of the form around it.
    event.stopPropagation();
    if (event.key !== 'Escape') return;
    event.preventDefault();
    close();
  }

  return (
    <div ref={placeRef} className={css['place']}>
      <TextInput {...input} numeric inputMode="numeric" onKeyDown={press} />
      <span className={css['button']}>
        <IconButton
          icon="calendar"
          label={t`Choose the day in a calendar`}
          aria-expanded={isOpen}
          tabIndex={-1}
          onClick={() => setIsOpen(!isOpen)}
        />
      </span>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the days inside take the keys */}
      <div
        popover="manual"
        ref={popoverRef}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it follows its field as a popover, which is no modal dialog
        role="dialog"
        aria-label={t`Calendar`}
        tabIndex={-1}
        className={css['popover']}
        onKeyDown={pressInside}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) setIsOpen(false);
        }}
      >
        {isOpen && (
          <DatePicker
            value={day}
            today={localDay()}
            onChoose={(chosen) => {
              onDay(chosen);
              close();
            }}
            onClose={close}
          />
        )}
      </div>
    </div>
  );
}

type Step = (day: PlainDate, calendar: ReturnType<typeof usePreferences>['calendar']) => PlainDate;

const steps: Readonly<Partial<Record<string, Step>>> = {
  ArrowUp: (day) => addDays(day, 1),
  ArrowDown: (day) => addDays(day, -1),
  PageUp: (day, calendar) => addMonths(day, 1, calendar),
  PageDown: (day, calendar) => addMonths(day, -1, calendar),
};
