import type { RecordId } from '#shared/core/ids.ts';
import { isExportable } from '#shared/exports/export-source.ts';
import type { SurveyFormId } from '#shared/forms/definitions/catalogue.ts';
import { surveyFormIds } from '#shared/forms/definitions/catalogue.ts';
import type { RecordView, ReviewStatus } from '#shared/records/record.ts';
import type { RecordStore } from '../../db/stores.ts';
import type { RecordFilters } from '../../forms/record-filters.ts';
import { passesFilters } from '../../forms/record-filters.ts';

/** Which records are to be exported. */
export interface ExportWish {
  readonly filters: RecordFilters;
  readonly reviews: readonly ReviewStatus[];
}

/** What a wish amounts to now: ids in the order the records were made, and every visit (one for dozens of records). */
export interface Selection {
  readonly ids: Readonly<Record<SurveyFormId, readonly RecordId[]>>;
  readonly visits: ReadonlyMap<RecordId, RecordView>;
  /** Records that pass the filters and are in a state of review that is not asked for. */
  readonly otherReviews: number;
}

const PAGE = 400;

/** Finds the records a wish is about; of all but the visits only ids are kept. */
export async function selectRecords(store: RecordStore, wish: ExportWish): Promise<Selection> {
  const visits = new Map<RecordId, RecordView>();
  for await (const visit of eachRecord(store, await store.ids('visit')))
    visits.set(visit.id, visit);
  const ids: Record<SurveyFormId, RecordId[]> = {
    visit: [],
    price: [],
    demand: [],
    competitor: [],
  };
  let otherReviews = 0;
  for (const form of surveyFormIds) {
    for await (const record of eachRecord(store, await store.ids(form))) {
      const visit = record.visit === undefined ? record : visits.get(record.visit);
      if (!isExportable(record, visit) || !passesFilters(record, visit, wish.filters)) continue;
      if (record.review !== undefined && wish.reviews.includes(record.review)) {
        ids[form].push(record.id);
      } else {
        otherReviews += 1;
      }
    }
  }
  return { ids, visits, otherReviews };
}

/** Reads records some at a time, so that a hundred thousand of them never lie in memory together. */
export async function* eachRecord(
  store: RecordStore,
  ids: readonly RecordId[],
): AsyncGenerator<RecordView> {
  for (let from = 0; from < ids.length; from += PAGE) {
    yield* await store.findMany(ids.slice(from, from + PAGE));
  }
}

/** How many records a selection has. */
export function countOf({ ids }: Selection): number {
  return surveyFormIds.reduce((sum, form) => sum + ids[form].length, 0);
}
