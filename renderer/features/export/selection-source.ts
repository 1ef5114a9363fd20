import type { Language } from '#shared/core/language.ts';
import type { ExportSource } from '#shared/exports/export-source.ts';
import type { RecordStore } from '../../db/stores.ts';
import type { Registers } from '../../forms/registers.ts';
import { plainItemName } from '../../forms/registers.ts';
import type { Selection } from './select-records.ts';
import { eachRecord } from './select-records.ts';

/** A selection as what an export reads from, with the names of register items in the language of the export. */
export function selectionSource(
  store: RecordStore,
  selection: Selection,
  registers: Registers,
  language: Language,
): ExportSource {
  const exportedVisits = new Set(selection.ids.visit);
  return {
    records: (form) => eachRecord(store, selection.ids[form]),
    visit: (visit) => selection.visits.get(visit),
    hasVisit: (visit) => exportedVisits.has(visit),
    itemLabel: (register, code) => {
      const answers = registers.item(register, code);
      return answers === undefined ? undefined : plainItemName({ code, answers }, language);
    },
  };
}
