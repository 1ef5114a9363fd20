import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useMemo } from 'react';
import type { RegisterName } from '#shared/forms/choices.ts';
import { choiceLabel, fieldTexts } from '#shared/forms/form-labels.ts';
import { reviewStatuses } from '#shared/records/record.ts';
import type { AddressQuery } from '../ui/use-address-query.ts';
import { Combobox } from '../ui/combobox.tsx';
import type { ComboboxOption } from '../ui/combobox-search.ts';
import { FieldShell } from '../ui/field-shell.tsx';
import { Select } from '../ui/select.tsx';
import type { AnswerReader } from './answer-text.ts';
import { FilterDay } from './filter-day.tsx';
import css from './record-filter-fields.module.css';
import type { RecordFilters } from './record-filters.ts';
import { filterNames } from './record-filters.ts';
import { registerOptions } from './register-options.ts';

interface RecordFilterFieldsProps {
  readonly filters: RecordFilters;
  readonly reader: AnswerReader;
  readonly onChange: AddressQuery['change'];
  /** Filters that make no sense where they are shown. */
  readonly without?: readonly (keyof RecordFilters)[] | undefined;
}

/** Filters over records of the survey; what is chosen stands in the address. */
export function RecordFilterFields(props: RecordFilterFieldsProps): JSX.Element {
  const { filters, reader, onChange, without = [] } = props;
  const { t } = useLingui();
  const { language } = reader;

  function choose(filter: keyof RecordFilters, value: string | null): void {
    onChange({ [filterNames[filter]]: value ?? undefined });
  }
  function has(filter: keyof RecordFilters): boolean {
    return !without.includes(filter);
  }
  const registers = [
    ['round', 'round', fieldTexts('visit', 'round_id')?.[language]],
    ['market', 'market', fieldTexts('visit', 'market_id')?.[language]],
    ['product', 'product', fieldTexts('price', 'product_id')?.[language]],
    ['person', 'person', fieldTexts('visit', 'enumerator_id')?.[language]],
  ] as const;
  return (
    <div className={css['fields']}>
      {registers.map(([filter, register, label]) =>
        has(filter) ? (
          <RegisterFilter
            key={filter}
            register={register}
            label={label ?? filter}
            value={filters[filter]}
            reader={reader}
            onChange={(value) => choose(filter, value)}
          />
        ) : null,
      )}
      {has('review') && (
        <Select
          label={fieldTexts('visit', 'review_status')?.[language]}
          placeholder={t`All`}
          value={filters.review ?? ''}
          onChange={(event) => choose('review', event.currentTarget.value)}
          options={reviewStatuses.map((status) => ({
            value: status,
            label: choiceLabel('review_status', status)?.[language] ?? status,
          }))}
        />
      )}
      {has('from') && (
        <FilterDay
          label={t`Visited from`}
          value={filters.from}
          onChange={(day) => choose('from', day ?? null)}
        />
      )}
      {has('to') && (
        <FilterDay
          label={t`Visited until`}
          value={filters.to}
          onChange={(day) => choose('to', day ?? null)}
        />
      )}
    </div>
  );
}

interface RegisterFilterProps {
  readonly register: RegisterName;
  readonly label: string;
  readonly value: string | undefined;
  readonly reader: AnswerReader;
  readonly onChange: (value: string | null) => void;
}

function RegisterFilter(props: RegisterFilterProps): JSX.Element {
  const { register, label, value, reader, onChange } = props;
  const { t } = useLingui();
  const { registers, language } = reader;
  const options = useMemo(
    (): readonly ComboboxOption[] =>
      registerOptions(registers, register, language).map(({ option }) => option),
    [registers, register, language],
  );
  return (
    <FieldShell label={label}>
      {(control) => (
        <Combobox
          control={control}
          placeholder={t`All`}
          options={options}
          value={value ?? null}
          onChange={onChange}
        />
      )}
    </FieldShell>
  );
}
