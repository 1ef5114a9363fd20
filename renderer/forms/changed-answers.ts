import type { Json } from '#shared/core/json.ts';
import { canonicalJson } from '#shared/core/json.ts';
import { formOf, formVersion } from '#shared/forms/definitions/catalogue.ts';
import type { FormId } from '#shared/forms/definitions/catalogue.ts';
import type { Answers } from '#shared/forms/answers.ts';
import type { AnswerReader } from './answer-text.ts';
import type { ReadableRecord, ReadAnswer } from './read-record.ts';
import { readRecord } from './read-record.ts';
import type { FinishedForm } from './use-open-form.ts';

/** What one version of a record says to a question: its answer, or what was written beside it. */
export type ReadVersion = Pick<ReadAnswer, 'text' | 'unit' | 'look' | 'value'>;

/** A question that two versions of a record do not answer alike; a version is undefined where it says nothing. */
export interface ChangedAnswer {
  readonly field: string;
  readonly label: string;
  readonly about: 'answer' | 'reason' | 'remark';
  readonly before: ReadVersion | undefined;
  readonly after: ReadVersion | undefined;
}

interface Versions {
  readonly before: ReadableRecord;
  readonly after: FinishedForm;
  readonly visit: Answers | undefined;
}

/**
 * What a person changed in a finished record, as both versions read, in the order of its form. What the app works out or
 * notes by itself is left out: nobody changed it.
 */
export function changedAnswers(
  { before, after, visit }: Versions,
  reader: AnswerReader,
): readonly ChangedAnswer[] {
  const form = formVersion(before.kind, before.form) ?? formOf(before.kind as FormId);
  const { answers, reasons, remarks = {} } = after;
  const now = { ...before, answers: answers as Readonly<Record<string, Json>>, reasons, remarks };
  const [old, next] = [read(before, visit, reader), read(now, visit, reader)];
  return Object.entries(form.fields).flatMap(([name, field]) => {
    if (field.kind === 'calculate' || field.answeredBy === 'app') return [];
    return pair(old.get(name), next.get(name));
  });
}

function read(
  record: ReadableRecord,
  visit: Answers | undefined,
  reader: AnswerReader,
): ReadonlyMap<string, ReadAnswer> {
  const sections = readRecord(record, visit, reader);
  return new Map(sections.flatMap(({ answers }) => answers.map((one) => [one.field, one])));
}

function pair(
  before: ReadAnswer | undefined,
  after: ReadAnswer | undefined,
): readonly ChangedAnswer[] {
  const { field, label } = after ?? before ?? {};
  if (field === undefined || label === undefined) return [];
  return [
    ...(isSame(before?.value, after?.value)
      ? []
      : [{ field, label, about: 'answer', before, after } as const]),
    ...(['reason', 'remark'] as const).flatMap((about) => {
      const [old, next] = [before?.[about], after?.[about]];
      return old === next ? [] : [{ field, label, about, before: said(old), after: said(next) }];
    }),
  ];
}

function isSame(before: ReadAnswer['value'] | undefined, after: ReadAnswer['value'] | undefined) {
  return canonicalJson(before ?? null) === canonicalJson(after ?? null);
}

function said(text: string | undefined): ReadVersion | undefined {
  return text === undefined ? undefined : { text, unit: undefined, look: 'text', value: text };
}
