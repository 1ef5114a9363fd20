import type { JSX, ReactNode } from 'react';
import type { Failure } from '#shared/core/failure.ts';
import { useFailureText } from '../i18n/use-failure-text.ts';
import { Notice } from './notice.tsx';

interface FailureViewProps {
  readonly failure: Failure;
  /** The one thing to do about it. */
  readonly action?: ReactNode;
}

/** A failure as a person can act on it: what happened, what is safe, what to do. */
export function FailureView({ failure, action }: FailureViewProps): JSX.Element {
  const textOf = useFailureText();
  const { what, advice } = textOf(failure);
  return (
    <Notice tone="error" title={what} action={action}>
      {advice}
    </Notice>
  );
}
