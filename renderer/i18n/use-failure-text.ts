import { useLingui } from '@lingui/react';
import type { Failure } from '#shared/core/failure.ts';
import { failureText } from './failure-texts.ts';
import { useFormat } from './use-format.ts';

/** Puts a failure into the person's language. */
export function useFailureText(): (failure: Failure) => {
  readonly what: string;
  readonly advice: string;
} {
  const { i18n } = useLingui();
  const format = useFormat();
  return (failure) => {
    const { what, advice } = failureText(failure, format);
    return { what: i18n._(what), advice: i18n._(advice) };
  };
}
