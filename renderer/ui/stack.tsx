import type { JSX, ReactNode } from 'react';
import { joinClasses } from './join-classes.ts';
import css from './stack.module.css';

interface StackProps {
  readonly children: ReactNode;
  readonly gap?: 'tight' | 'normal' | 'wide' | undefined;
}

/** Things one below the other. */
export function Stack({ children, gap = 'normal' }: StackProps): JSX.Element {
  return <div className={joinClasses(css['stack'], css[gap])}>{children}</div>;
}

/** Things side by side along the line of reading, wrapping where there is no room. */
export function Inline({ children, gap = 'tight' }: StackProps): JSX.Element {
  return <div className={joinClasses(css['inline'], css[gap])}>{children}</div>;
}
