import type { JSX } from 'react';
import { withSymbols } from '#shared/core/bidi.ts';

/** A text from outside among texts of the interface: it turns nothing around it about, and hides nothing. */
export function DataText({
  children,
  className,
}: {
  readonly children: string;
  readonly className?: string | undefined;
}): JSX.Element {
  return <bdi className={className}>{withSymbols(children)}</bdi>;
}
