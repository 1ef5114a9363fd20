import { dataText } from '#shared/core/bidi.ts';
import { directionOf } from '#shared/core/language.ts';
import type { AnswerValue, Answers } from '#shared/forms/answers.ts';
import { isGiven } from '#shared/forms/answers.ts';
import type { AnswerContext } from '#shared/forms/context.ts';
import type { FormId } from '#shared/forms/definitions/catalogue.ts';
import { formOf, formVersion } from '#shared/forms/definitions/catalogue.ts';
import { fieldTexts, sectionLabel } from '#shared/forms/form-labels.ts';
import type { RecordView } from '#shared/records/record.ts';
import type { AnswerReader } from './answer-text.ts';
import { answerText } from './answer-text.ts';
import { readingContext } from './reading-context.ts';
import { unitTerms } from './unit-text.ts';

/** A question that was answered, in words. */
export interface ReadAnswer {
  readonly field: string;
  readonly label: string;
  readonly text: string;
  readonly unit: string | undefined;
  readonly value: AnswerValue;
  /** `number`: digits that line up; `text`: words of any direction. */
  readonly look: 'number' | 'text' | 'photos';
  readonly reason: string | undefined;
  readonly remark: string | undefined;
  readonly isConflict: boolean;
}

export interface ReadSection {
  readonly id: string;
  readonly title: string;
  readonly answers: readonly ReadAnswer[];
}

/** The part of a record that is read. */
export type ReadableRecord = Pick<
  RecordView,
  'kind' | 'form' | 'answers' | 'reasons' | 'remarks' | 'conflicts'
>;

/** A finished record as its reader sees it: the answered questions of each section, in the order of its form. */
export function readRecord(
  record: ReadableRecord,
  visit: Answers | undefined,
  reader: AnswerReader,
): readonly ReadSection[] {
  const id = record.kind as FormId;
  const form = formVersion(record.kind, record.form) ?? formOf(id);
  const answers = record.answers as Answers;
  const context = readingContext(answers, visit, reader.registers);
  return form.sections.flatMap((section) => {
    const read = Object.entries(form.fields).flatMap(([name, field]): readonly ReadAnswer[] => {
      const value = answers[name];
      if (field.section !== section || value === undefined || !isGiven(value)) return [];
      return [
        {
          field: name,
          label: fieldTexts(id, name)?.[reader.language] ?? name,
          text: answerText(id, name, field, value, reader),
          unit: field.unit && unitOf(form, field.unit, context, reader),
          value,
          look: lookOf(field.kind),
          reason: shown(record.reasons[name], reader),
          remark: shown(record.remarks[name], reader),
          isConflict: record.conflicts.includes(name),
        },
      ];
    });
    const title = sectionLabel(id, section)?.[reader.language] ?? section;
    return read.length === 0 ? [] : [{ id: section, title, answers: read }];
  });
}

function unitOf(
  form: ReturnType<typeof formOf>,
  unit: NonNullable<(typeof form.fields)[string]['unit']>,
  context: AnswerContext,
  { registers, language, format }: AnswerReader,
): string | undefined {
  const terms = unitTerms(unit, { form, context, registers, language });
  if (terms === undefined) return undefined;
  if (terms.per === undefined) return terms.of;
  return format.perUnit(terms.of, terms.per);
}

function shown(text: string | undefined, { language }: AnswerReader): string | undefined {
  return text && dataText(text, directionOf[language]);
}

function lookOf(kind: string): ReadAnswer['look'] {
  if (kind === 'image') return 'photos';
  return kind === 'decimal' || kind === 'integer' ? 'number' : 'text';
}
