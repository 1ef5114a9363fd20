import { Plural, useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useId, useState } from 'react';
import type { SurveyFormId } from '#shared/forms/definitions/catalogue.ts';
import type { AnswerReader } from '../../forms/answer-text.ts';
import { RecordFilterFields } from '../../forms/record-filter-fields.tsx';
import type { RecordFilters } from '../../forms/record-filters.ts';
import { filterNames } from '../../forms/record-filters.ts';
import { useServices } from '../../services/use-services.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { TextInput } from '../../ui/text-field.tsx';
import type { AddressQuery } from '../../ui/use-address-query.ts';
import css from './records.module.css';

interface RecordsToolbarProps {
  readonly filters: RecordFilters;
  readonly reader: AnswerReader;
  readonly form: SurveyFormId;
  readonly onChange: AddressQuery['change'];
  readonly onChooseColumns: () => void;
}

/** Search, filters and columns of the table, and the way to the export of the same records. */
export function RecordsToolbar(props: RecordsToolbarProps): JSX.Element {
  const { filters, reader, form, onChange, onChooseColumns } = props;
  const { t } = useLingui();
  const { identity } = useServices();
  const panelId = useId();
  const { text, ...others } = filters;
  const count = Object.values(others).filter((value) => value !== undefined).length;
  const [isOpen, setIsOpen] = useState(count > 0);

  function clear(): void {
    onChange(Object.fromEntries(Object.values(filterNames).map((name) => [name, undefined])));
  }
  return (
    <search className={css['toolbar']}>
      <div className={css['tools']}>
        <div className={css['search']}>
          <TextInput
            type="search"
            aria-label={t`Search the records`}
            placeholder={t`Search the records`}
            value={text}
            onChange={(event) => onChange({ [filterNames.text]: event.currentTarget.value })}
          />
        </div>
        <Button
          icon="filter"
          aria-expanded={isOpen}
          aria-controls={panelId}
          onClick={() => setIsOpen(!isOpen)}
        >
          {count === 0 ? t`Filters` : <Plural value={count} one="# filter" other="# filters" />}
        </Button>
        {(count > 0 || text !== '') && <Button kind="quiet" onClick={clear}>{t`Show all`}</Button>}
        <Button icon="table" onClick={onChooseColumns}>{t`Columns`}</Button>
        {identity.role !== 'surveyor' && (
          <ButtonLink icon="download" to="/export">{t`Export these`}</ButtonLink>
        )}
      </div>
      <div id={panelId} hidden={!isOpen}>
        <RecordFilterFields
          filters={filters}
          reader={reader}
          onChange={onChange}
          without={form === 'visit' ? ['product'] : undefined}
        />
      </div>
    </search>
  );
}
