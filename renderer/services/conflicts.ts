import type { Json } from '#shared/core/json.ts';
import type { FormId } from '#shared/forms/definitions/catalogue.ts';
import { formOf, formVersion } from '#shared/forms/definitions/catalogue.ts';
import type { Path } from '#shared/records/entry.ts';
import type { Head, RecordState } from '#shared/records/fold.ts';
import type { RecordView } from '#shared/records/record.ts';
import { remarkPath, specialPaths } from '#shared/records/record.ts';
import type { Writer } from '#shared/rules/check-write.ts';
import type { RecordChange } from '../db/stores.ts';
import { rightsOn } from './record-change.ts';

/** Why an answer was chosen, and the others as a remark where they are to be kept so. */
export interface SettlingWords {
  readonly why: string;
  readonly others?: string | undefined;
}

/** What a person is to choose of; figures the app works out follow the answer they were worked out from, unless they differ alone. */
export function askedConflicts(record: RecordView): readonly Path[] {
  const asked = record.conflicts.filter((path) => !isWorkedOut(record, path));
  return asked.length > 0 ? asked : record.conflicts;
}

/**
 * Whether someone settles a conflict on a path: an answer by whoever may change the record, its author too until it is
 * approved or rejected; a step of review or the flag by reviewers alone.
 */
export function maySettle(record: RecordView, path: Path, by: Writer): boolean {
  const rights = rightsOn(record, by);
  if (path === specialPaths.deleted) return rights.includes('delete');
  const isReview = path === specialPaths.reviewStatus || path === specialPaths.reviewFlag;
  return rights.includes(isReview ? 'flag' : 'change');
}

/** The entry that settles a conflict by one of the answers, with the figures that were worked out from it. */
export function settlementOf(
  record: RecordView,
  state: RecordState,
  chosen: { readonly path: Path; readonly head: Head },
  { why, others }: SettlingWords,
): RecordChange {
  const { path, head } = chosen;
  const remarks = [record.remarks[path], others].filter(Boolean).join('\n');
  return {
    record: record.id,
    kind: record.kind,
    form: record.form,
    set: {
      ...figuresWith(record, state, head),
      [path]: head.value,
      ...(others === undefined ? {} : { [remarkPath(path)]: remarks }),
    },
    why,
  };
}

function figuresWith(
  record: RecordView,
  state: RecordState,
  { stamp }: Head,
): Readonly<Record<Path, Json>> {
  return Object.fromEntries(
    record.conflicts.flatMap((path) => {
      const same = state.paths[path]?.heads.find((head) => head.stamp === stamp);
      return same && isWorkedOut(record, path) ? [[path, same.value] as const] : [];
    }),
  );
}

function isWorkedOut({ kind, form }: RecordView, path: Path): boolean {
  const { fields } = formVersion(kind, form) ?? formOf(kind as FormId);
  return fields[path]?.kind === 'calculate';
}
