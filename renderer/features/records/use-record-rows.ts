import { useDeferredValue, useMemo } from 'react';
import { searchKey } from '#shared/core/search-key.ts';
import type { SurveyFormId } from '#shared/forms/definitions/catalogue.ts';
import { surveyFormIds } from '#shared/forms/definitions/catalogue.ts';
import type { RecordView } from '#shared/records/record.ts';
import type { Live } from '../../db/use-live.ts';
import { useLive } from '../../db/use-live.ts';
import type { AnswerReader } from '../../forms/answer-text.ts';
import type { RecordFilters } from '../../forms/record-filters.ts';
import { passesFilters } from '../../forms/record-filters.ts';
import { useServices } from '../../services/use-services.ts';
import type { RecordRow } from './record-row.ts';
import { createRowSearch, pairWithVisits } from './record-row.ts';

/** Every finished record of the survey on this laptop, by form. */
export type RecordsByForm = Readonly<Record<SurveyFormId, readonly RecordView[]>>;

export function useRecordsByForm(): Live<RecordsByForm> {
  const { store } = useServices();
  return useLive(async () => {
    const lists = await Promise.all(
      surveyFormIds.map(async (form) => [form, await store.records.list(form)] as const),
    );
    return Object.fromEntries(lists) as RecordsByForm;
  }, [store]);
}

/** The rows of one form that pass the filters, as they are listed: latest change first. */
export function useFilteredRows(
  records: RecordsByForm,
  form: SurveyFormId,
  filters: RecordFilters,
  reader: AnswerReader,
): readonly RecordRow[] {
  const rows = useMemo(() => {
    const visits = new Map(records.visit.map((visit) => [visit.id, visit]));
    return pairWithVisits(records[form], visits);
  }, [records, form]);
  // Ten thousand rows take a moment to be searched; the field goes on taking letters meanwhile.
  const text = useDeferredValue(filters.text);
  const isSearched = text.trim() !== '';
  const keys = useMemo(() => {
    if (!isSearched) return undefined;
    const keyOf = createRowSearch(reader);
    return new Map(rows.map((row) => [row, keyOf(row)]));
  }, [rows, isSearched, reader]);
  return useMemo(() => {
    const words = searchKey(text).split(' ').filter(Boolean);
    return rows.filter(
      (row) =>
        passesFilters(row.record, row.visit, filters) &&
        words.every((word) => keys?.get(row)?.includes(word)),
    );
  }, [rows, keys, filters, text]);
}
