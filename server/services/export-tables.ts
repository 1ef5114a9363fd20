import type { PersonId, ProjectId, RecordId } from '#shared/core/ids.ts';
import { toInstant } from '#shared/core/instant.ts';
import type { Language } from '#shared/core/language.ts';
import type { ExportSource } from '#shared/exports/export-source.ts';
import { isExportable } from '#shared/exports/export-source.ts';
import type { Manifest } from '#shared/exports/manifest.ts';
import { writePackage } from '#shared/exports/package.ts';
import { registerNames } from '#shared/forms/choices.ts';
import type { RecordView } from '#shared/records/record.ts';
import { viewRecord } from '#shared/records/record.ts';
import type { Database } from '../store/database.ts';
import { listProjects } from '../store/project-store.ts';
import { allRecords } from '../store/record-store.ts';

/** What an administrator asks for at the command line. */
export interface TablesOrder {
  readonly appVersion: string;
  readonly project: ProjectId;
  readonly language: Language;
  /** Records of every state of review, not approved ones alone. */
  readonly withAllReviews: boolean;
  /** Names and phones of respondents who agreed that they are shared. */
  readonly withPersonal: boolean;
  readonly nowMs: number;
}

/** The person that an export of the server itself names. */
const exporter = 'server' as PersonId;

/**
 * The export package of a project. `manifest` answers once `bytes` were read to their end: undefined where records
 * changed meanwhile and the bytes must be thrown away.
 */
export async function exportTables(
  db: Database,
  order: TablesOrder,
): Promise<{
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly manifest: () => Manifest | undefined;
}> {
  const { project, language, withAllReviews, withPersonal } = order;
  const isSample = (await listProjects(db)).some(
    (known) => known.project === project && known.isSample,
  );
  const source = await openSource(db, order);
  let manifest: Manifest | undefined;

  async function* bytes(): AsyncGenerator<Uint8Array> {
    const written = yield* writePackage(source, {
      choices: {
        language,
        texts: 'labels',
        personal: withPersonal ? 'with_consent' : 'left_out',
        filters: { review: withAllReviews ? 'all' : 'approved' },
      },
      origin: {
        appVersion: order.appVersion,
        project,
        isSample,
        exportedBy: exporter,
        exportedAt: toInstant(order.nowMs, 0),
      },
      offsetMinutes: 0,
    });
    manifest = written.ok ? written.value : undefined;
  }
  return { bytes: bytes(), manifest: () => manifest };
}

async function openSource(db: Database, order: TablesOrder): Promise<ExportSource> {
  const visits = new Map<RecordId, RecordView>();
  for await (const state of allRecords(db, order.project, 'visit')) {
    visits.set(state.record, viewRecord(state));
  }
  const names = await itemNames(db, order);

  function isChosen(record: RecordView): boolean {
    const visit = record.visit === undefined ? undefined : visits.get(record.visit);
    const isReviewed = order.withAllReviews || record.review === 'approved';
    return isReviewed && isExportable(record, visit);
  }

  return {
    records: async function* records(form) {
      for await (const state of allRecords(db, order.project, form)) {
        const record = viewRecord(state);
        if (isChosen(record)) yield record;
      }
    },
    visit: (visit) => visits.get(visit),
    hasVisit: (visit) => {
      const record = visits.get(visit);
      return record !== undefined && isChosen(record);
    },
    itemLabel: (register, code) => names.get(`${register}/${code}`),
  };
}

async function itemNames(db: Database, order: TablesOrder): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const register of registerNames) {
    for await (const state of allRecords(db, order.project, register)) {
      const { answers } = viewRecord(state);
      const name = [`name_${order.language}`, 'name_local', 'name_en', 'name_fa']
        .map((field) => answers[field])
        .find((value) => typeof value === 'string');
      if (typeof name === 'string') names.set(state.record, name);
    }
  }
  return names;
}
