import type { PersonId, ProjectId, RecordId } from '#shared/core/ids.ts';
import type { Instant } from '#shared/core/instant.ts';
import type { Json } from '#shared/core/json.ts';
import type { Stamp } from '#shared/core/stamp.ts';
import type { ExportSource } from '#shared/exports/export-source.ts';
import type { ExportChoices, ExportOrigin } from '#shared/exports/manifest.ts';
import type { RecordView } from '#shared/records/record.ts';
import { rowsOf } from './bytes.ts';

const stamp = '0mo8wx3k0.0000.01900000-0000-7000-8000-00000000feed' as Stamp;

/** A finished, approved record with the given answers; everything else as it usually is. */
export function makeRecord(
  kind: string,
  id: string,
  answers: Readonly<Record<string, Json>>,
  rest: Partial<RecordView> = {},
): RecordView {
  return {
    id: id as RecordId,
    kind,
    form: 1,
    answers,
    visit: undefined,
    review: 'approved',
    flagged: false,
    deleted: false,
    reasons: {},
    warnings: [],
    remarks: {},
    conflicts: [],
    owner: 'surveyor1' as PersonId,
    createdAt: stamp,
    changedAt: stamp,
    changedBy: 'supervisor1' as PersonId,
    ...rest,
  };
}

/** An export source over records at hand. */
export function sourceOf(
  records: readonly RecordView[],
  labels: Readonly<Record<string, string>> = {},
): ExportSource {
  const visits = new Map(
    records.filter(({ kind }) => kind === 'visit').map((visit) => [visit.id, visit]),
  );
  return {
    records: (form) => rowsOf(records.filter(({ kind }) => kind === form)),
    visit: (id) => visits.get(id),
    hasVisit: (id) => visits.has(id),
    itemLabel: (register, code) => labels[`${register}/${code}`],
  };
}

export const exportOrigin: ExportOrigin = {
  appVersion: '0.1.0',
  project: 'sample' as ProjectId,
  isSample: true,
  exportedBy: 'supervisor1' as PersonId,
  exportedAt: '2026-11-27T12:00:00+03:30' as Instant,
};

export const persianLabels: ExportChoices = {
  language: 'fa',
  texts: 'labels',
  personal: 'left_out',
  filters: { review: ['approved'] },
};
