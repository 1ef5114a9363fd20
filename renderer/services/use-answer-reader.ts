import { useMemo } from 'react';
import type { Live } from '../db/use-live.ts';
import type { AnswerReader } from '../forms/answer-text.ts';
import { usePreferences } from '../i18n/preference-store.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useRegisters } from './use-registers.ts';

/** What answers are told with: the registers, in the person's language, digits and calendar. */
export function useAnswerReader(): Live<AnswerReader> {
  const live = useRegisters();
  const { language } = usePreferences();
  const format = useFormat();
  return useMemo(
    () =>
      live.status === 'ready'
        ? { status: 'ready', value: { registers: live.value, language, format } }
        : live,
    [live, language, format],
  );
}
