import type { RecordId } from '#shared/core/ids.ts';
import type { Json } from '#shared/core/json.ts';
import type { Answers } from '#shared/forms/answers.ts';
import type { Form } from '#shared/forms/define-form.ts';
import type { Draft } from '#shared/records/draft.ts';
import { reasonPath, remarkPath } from '#shared/records/record.ts';
import { readWarnings, warningValues } from '#shared/records/warning.ts';
import type { FormContent } from '../forms/form-content.ts';
import { warnedByName, warningsOf } from '../forms/warned.ts';
import type { VisitPart } from './visit-parts.ts';

const REASON_PREFIX = reasonPath('');
const REMARK_PREFIX = remarkPath('');

/** What a form shows of a part that was begun or finished before. */
export function contentOf({
  answers,
  record,
  draft,
}: Pick<VisitPart, 'answers' | 'record' | 'draft'>): FormContent {
  return {
    answers,
    raw: draft?.raw ?? {},
    reasons: draft ? notesOf(draft, REASON_PREFIX) : (record?.reasons ?? {}),
    remarks: draft ? notesOf(draft, REMARK_PREFIX) : (record?.remarks ?? {}),
    carried: draft?.carried ?? [],
    warned: warnedByName(draft ? readWarnings(draft.set) : (record?.warnings ?? [])),
  };
}

function notesOf(draft: Draft, prefix: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(draft.set).flatMap(([path, value]) =>
      path.startsWith(prefix) && typeof value === 'string'
        ? [[path.slice(prefix.length), value] as const]
        : [],
    ),
  );
}

interface DraftSubject {
  readonly record: RecordId;
  readonly form: Form;
  readonly visit: RecordId | null;
  readonly isChange: boolean;
}

/** The draft that keeps a form's content. */
export function draftOf(subject: DraftSubject, content: FormContent, savedMs: number): Draft {
  const { record, form, visit, isChange } = subject;
  return {
    record,
    kind: form.id,
    form: form.version,
    visit,
    set: {
      ...plain(content.answers),
      ...noteValues(content),
      ...warningValues(warningsOf(content.warned)),
    },
    raw: content.raw,
    isChange,
    ...(content.carried.length === 0 ? {} : { carried: content.carried }),
    savedMs,
  };
}

/** Answers as an entry or a draft holds them: what is not answered is left out. */
export function plain(answers: Answers): Readonly<Record<string, Json>> {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([field, value]) =>
      value === undefined ? [] : [[field, value as Json] as const],
    ),
  );
}

interface Notes {
  readonly reasons: Readonly<Record<string, string>>;
  readonly remarks?: Readonly<Record<string, string>> | undefined;
}

/** Reasons and remarks by the paths they are kept under. */
export function noteValues({ reasons, remarks = {} }: Notes): Readonly<Record<string, Json>> {
  return Object.fromEntries([
    ...Object.entries(reasons).map(([field, reason]) => [reasonPath(field), reason] as const),
    ...Object.entries(remarks).map(([field, remark]) => [remarkPath(field), remark] as const),
  ]);
}
