import type { Warning } from '#shared/records/warning.ts';
import type { Answers } from '#shared/forms/answers.ts';

/**
 * All that is on a form while it is filled in. `raw`: texts that are no valid answer yet, by field, as they were typed.
 * `reasons`: why a warned answer is kept, by field. `carried`: fields whose answer was taken over from an earlier record
 * and not touched since. `warned`: what was noticed while it was typed, by name. `remarks`: what the person noted on a
 * question, by field.
 */
export interface FormContent {
  readonly answers: Answers;
  readonly raw: Readonly<Record<string, string>>;
  readonly reasons: Readonly<Record<string, string>>;
  readonly carried: readonly string[];
  readonly warned: Readonly<Record<string, Warned>>;
  readonly remarks?: Readonly<Record<string, string>> | undefined;
}

/** What became of a warning, and the answers as they were when it was given. */
export type Warned = Omit<Warning, 'name'>;

export const emptyContent: FormContent = {
  answers: {},
  raw: {},
  reasons: {},
  carried: [],
  warned: {},
};

/** A record without one of its members. */
export function without<T>(
  record: Readonly<Record<string, T>>,
  name: string,
): Readonly<Record<string, T>> {
  const { [name]: _left, ...rest } = record;
  return rest;
}
