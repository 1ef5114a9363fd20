import type { FailureKind, FailureOf } from '#shared/core/failure.ts';
import type { MessageDescriptor } from '@lingui/core';
import type { Format } from './format.ts';

/** A failure in words: what happened, then what is safe and what to do. */
export interface FailureText {
  readonly what: MessageDescriptor;
  readonly advice: MessageDescriptor;
}

/** The text of a failure of one kind. */
export type TextMaker<K extends FailureKind> = (
  failure: FailureOf<K>,
  format: Format,
) => FailureText;
