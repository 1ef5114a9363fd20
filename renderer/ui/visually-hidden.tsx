import type { JSX, ReactNode } from 'react';
import css from './visually-hidden.module.css';

/** Words for assistive technology alone. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }): JSX.Element {
  return <span className={css['hidden']}>{children}</span>;
}
