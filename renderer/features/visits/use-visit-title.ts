import { useLingui } from '@lingui/react/macro';
import { textAnswer } from '#shared/forms/answers.ts';
import { isPlainDate } from '#shared/core/plain-date.ts';
import type { Registers } from '../../forms/registers.ts';
import { usePreferences } from '../../i18n/preference-store.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { marketName, outletName } from '../../services/visit-names.ts';
import type { VisitPart } from '../../services/visit-parts.ts';

interface VisitTitle {
  readonly title: string;
  readonly day: string | undefined;
}

/** How a visit is called: its market and outlet; and its day in words. */
export function useVisitTitle(visit: VisitPart, registers: Registers): VisitTitle {
  const { t } = useLingui();
  const { language } = usePreferences();
  const format = useFormat();
  const market = marketName(visit, registers, language);
  const outlet = outletName(visit, language);
  const day = textAnswer(visit.answers['visit_date']);
  const names = [market, outlet].filter((name) => name !== undefined);
  return {
    title: names.length === 0 ? t`New visit` : names.join(' — '),
    day: day !== undefined && isPlainDate(day) ? format.dateBoth(day, 'full') : undefined,
  };
}
