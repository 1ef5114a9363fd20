import { useLingui } from '@lingui/react/macro';
import { parseTypedDate } from '#shared/core/plain-date.ts';
import { usePreferences } from '../i18n/preference-store.ts';
import { useFormat } from '../i18n/use-format.ts';

interface DayText {
  /** A day as it is typed, in the calendar of the screen. */
  readonly example: string;
  /** Why a typed text is no day; undefined where it is one, and where nothing is typed. */
  readonly problemOf: (typed: string | undefined) => string | undefined;
}

/** What is said of a day that is typed. */
export function useDayText(): DayText {
  const { t } = useLingui();
  const format = useFormat();
  const { calendar } = usePreferences();
  const example = format.digits(calendar === 'persian' ? '1405/09/06' : '2026/11/27');
  function problemOf(typed = ''): string | undefined {
    const { kind } = parseTypedDate(typed);
    if (kind === 'unclear') return t`Write the year with four digits, such as ${example}.`;
    return kind === 'invalid' ? t`There is no such day. Type it as ${example}.` : undefined;
  }
  return { example, problemOf };
}
