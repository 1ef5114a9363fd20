import type { AnswerValue } from '#shared/forms/answers.ts';
import type { Noticed } from '#shared/forms/context.ts';
import type { Field } from '#shared/forms/field.ts';
import type { ComboboxOption } from '../ui/combobox-search.ts';

/** What a person wrote about an answer, to be read beside its question. */
export interface FieldNote {
  readonly text: string;
  readonly by: string;
  readonly at: string;
}

/** A likely mistake in words, and what its correction would write. */
export interface Offer {
  readonly noticed: Noticed;
  readonly text: string;
  readonly change: string;
}

/** One question as it stands now; every member stays the same object until it changes. */
export interface QuestionModel {
  readonly name: string;
  readonly field: Field;
  readonly label: string;
  readonly hint: string | undefined;
  /** What is read aloud to the respondent before the question, in the language of the screen. */
  readonly statement: string | undefined;
  readonly value: AnswerValue | undefined;
  readonly raw: string | undefined;
  readonly error: string | undefined;
  readonly warning: string | undefined;
  /** How the warning is answered. */
  readonly answersWarning: 'reason' | 'retype';
  readonly reason: string;
  readonly isCarried: boolean;
  readonly options: readonly ComboboxOption[];
  readonly rows: readonly ComboboxOption[];
  readonly unit: string | undefined;
  readonly notes: readonly FieldNote[];
  /** What follows from the answer, where the person must hear of it at once. */
  readonly told: string | undefined;
  readonly offers: readonly Offer[];
  /** What the person noted on the question themselves. */
  readonly remark: string;
}

/** Whether two models show the same. */
export function isSameQuestion(a: QuestionModel, b: QuestionModel): boolean {
  return (Object.keys(a) as readonly (keyof QuestionModel)[]).every((key) => a[key] === b[key]);
}
