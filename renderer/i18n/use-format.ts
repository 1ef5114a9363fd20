import { useMemo } from 'react';
import type { Format } from './format.ts';
import { createFormat } from './format.ts';
import { usePreferences } from './preference-store.ts';

/** The formatters of the chosen language, calendar and digits. */
export function useFormat(): Format {
  const { language, calendar, digits, showsOtherCalendar } = usePreferences();
  return useMemo(
    () => createFormat({ language, calendar, digits, showsOtherCalendar }),
    [language, calendar, digits, showsOtherCalendar],
  );
}
