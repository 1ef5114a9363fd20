import { Plural, useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import { isSurveyFormId, surveyFormIds } from '#shared/forms/definitions/catalogue.ts';
import { formTitle } from '#shared/forms/form-labels.ts';
import type { AnswerReader } from '../../forms/answer-text.ts';
import { readFilters } from '../../forms/record-filters.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Figure } from '../../ui/figure.tsx';
import type { SortOrder } from '../../ui/sort-button.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useAddressQuery } from '../../ui/use-address-query.ts';
import { ColumnDialog } from './column-dialog.tsx';
import { RecordDialog } from './record-dialog.tsx';
import { RecordsToolbar } from './records-toolbar.tsx';
import css from './records.module.css';
import { sortRows } from './sort-rows.ts';
import type { TableColumn } from './table-columns.tsx';
import { tableColumn } from './table-columns.tsx';
import { useChosenColumns } from './use-chosen-columns.ts';
import type { RecordsByForm } from './use-record-rows.ts';
import { useFilteredRows } from './use-record-rows.ts';

interface RecordsViewProps {
  readonly reader: AnswerReader;
  readonly records: RecordsByForm;
}

export function RecordsView({ reader, records }: RecordsViewProps): JSX.Element {
  const { i18n, t } = useLingui();
  const query = useAddressQuery();
  const asked = query.get('form') ?? '';
  const form = isSurveyFormId(asked) ? asked : 'price';
  const filters = useMemo(() => readFilters(query.get), [query]);
  const sort = useMemo(() => readSort(query.get), [query]);
  const [names, chooseColumns] = useChosenColumns(form);
  const [isChoosing, setIsChoosing] = useState(false);
  const rows = useFilteredRows(records, form, filters, reader);
  const columns = useMemo(
    () => names.map((name) => tableColumn(form, name, i18n, reader)),
    [names, form, i18n, reader],
  );
  const sorted = useMemo(
    () => sortRows(rows, columns, sort, reader.language),
    [rows, columns, sort, reader.language],
  );
  const opened = query.get('record');
  const openedRow = records[form].find(({ id }) => id === opened);
  const total = records[form].length;

  return (
    <Tabs
      label={t`Forms`}
      selected={form}
      onSelect={(id) => query.change({ form: id, sort: undefined, dir: undefined })}
      tabs={surveyFormIds.map((id) => ({
        id,
        label: formTitle(id)[reader.language],
        mark: <Figure>{reader.format.number(records[id].length)}</Figure>,
      }))}
    >
      <div className={css['panel']}>
        <RecordsToolbar
          filters={filters}
          reader={reader}
          form={form}
          onChange={query.change}
          onChooseColumns={() => setIsChoosing(true)}
        />
        <output className={css['count']}>
          {rows.length === total ? (
            <Plural value={total} one="# record" other="# records" />
          ) : (
            t`${reader.format.number(rows.length)} of ${reader.format.number(total)} records`
          )}
        </output>
        {rows.length === 0 ? (
          <EmptyState
            icon="table"
            title={total === 0 ? t`No finished record yet` : t`No record passes the filters`}
          />
        ) : (
          <DataTable
            caption={formTitle(form)[reader.language]}
            columns={withOpener(columns, (record) => query.change({ record }))}
            rows={sorted}
            keyOf={({ record }) => record.id}
            selected={opened}
            sort={sort}
            onSort={({ column, direction }) =>
              query.change({ sort: column, dir: direction === 'descending' ? 'desc' : undefined })
            }
          />
        )}
      </div>
      {isChoosing && (
        <ColumnDialog
          form={form}
          reader={reader}
          chosen={names}
          onChoose={chooseColumns}
          onClose={() => setIsChoosing(false)}
        />
      )}
      {openedRow && (
        <RecordDialog
          record={openedRow}
          reader={reader}
          onClose={() => query.change({ record: undefined })}
        />
      )}
    </Tabs>
  );
}

function readSort(get: (name: string) => string | undefined): SortOrder | undefined {
  const column = get('sort');
  if (column === undefined) return undefined;
  return { column, direction: get('dir') === 'desc' ? 'descending' : 'ascending' };
}

/** The first column opens the record: the one place in a row that is pressed. */
function withOpener(
  columns: readonly TableColumn[],
  open: (record: string) => void,
): readonly TableColumn[] {
  const [first, ...rest] = columns;
  if (!first) return columns;
  return [
    {
      ...first,
      cell: (row) => (
        <button type="button" className={css['open']} onClick={() => open(row.record.id)}>
          {first.cell(row) || '—'}
        </button>
      ),
    },
    ...rest,
  ];
}
