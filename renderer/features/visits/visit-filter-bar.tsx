import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { textAnswer } from '#shared/forms/answers.ts';
import type { Registers } from '../../forms/registers.ts';
import { usePreferences } from '../../i18n/preference-store.ts';
import { marketName } from '../../services/visit-names.ts';
import type { VisitPart } from '../../services/visit-parts.ts';
import type { Option } from '../../ui/select.tsx';
import { Select } from '../../ui/select.tsx';
import type { VisitFilter, VisitPeriod, VisitState } from './visit-filter.ts';
import { visitPeriods, visitStates } from './visit-filter.ts';
import css from './visits.module.css';

interface VisitFilterBarProps {
  readonly visits: readonly VisitPart[];
  readonly registers: Registers;
  readonly filter: VisitFilter;
  readonly onChange: (changes: Readonly<Record<string, string | undefined>>) => void;
}

/** Which visits are shown; kept in the address. */
export function VisitFilterBar(props: VisitFilterBarProps): JSX.Element {
  const { visits, registers, filter, onChange } = props;
  const { t } = useLingui();
  const { language } = usePreferences();
  const states: Readonly<Record<VisitState, string>> = {
    draft: t`Being filled in`,
    finished: t`Finished`,
    returned: t`Returned`,
    approved: t`Approved`,
  };
  const periods: Readonly<Record<VisitPeriod, string>> = {
    all: t`All days`,
    '1': t`Today`,
    '7': t`Last 7 days`,
    '30': t`Last 30 days`,
  };
  const markets = new Map<string, Option>();
  for (const visit of visits) {
    const value = textAnswer(visit.answers['market_id']);
    if (value !== undefined && !markets.has(value)) {
      markets.set(value, { value, label: marketName(visit, registers, language) ?? value });
    }
  }
  return (
    <div className={css['filters']}>
      <Select
        label={t`Market`}
        placeholder={t`All markets`}
        options={[...markets.values()]}
        value={filter.market ?? ''}
        onChange={(event) => onChange({ market: event.currentTarget.value })}
      />
      <Select
        label={t`Days`}
        options={visitPeriods.map((period) => ({ value: period, label: periods[period] }))}
        value={filter.period}
        onChange={(event) => onChange({ days: event.currentTarget.value })}
      />
      <Select
        label={t`State`}
        placeholder={t`All states`}
        options={visitStates.map((state) => ({ value: state, label: states[state] }))}
        value={filter.state ?? ''}
        onChange={(event) => onChange({ state: event.currentTarget.value })}
      />
    </div>
  );
}
