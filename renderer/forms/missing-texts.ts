import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { MissingReason } from '#shared/forms/answers.ts';

/** What is said of a respondent who gave no answer. */
export const missingTexts: Readonly<Record<MissingReason, MessageDescriptor>> = {
  dont_know: msg`Does not know`,
  refused: msg`Would not say`,
};

/** What F4 makes of an answer: "does not know", then "would not say", then the answer again. */
export function nextMissing(now: MissingReason | undefined): MissingReason | undefined {
  if (now === undefined) return 'dont_know';
  return now === 'dont_know' ? 'refused' : undefined;
}
