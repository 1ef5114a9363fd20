import type { JSX, ReactNode } from 'react';
import css from './figure.module.css';

/** A number, code, phone number or unit: runs left to right in every language, its digits equally wide. */
export function Figure({ children }: { readonly children: ReactNode }): JSX.Element {
  return (
    <bdi dir="ltr" className={css['figure']}>
      {children}
    </bdi>
  );
}
