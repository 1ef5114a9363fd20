import type { JSX, ReactNode } from 'react';
import { useFormat } from '../../i18n/use-format.ts';
import css from './widgets.module.css';

/** The digit that picks a choice, before its words; seen, not read out, for it is no part of the name. */
export function NumberedLabel(props: {
  readonly digit: number;
  readonly children: ReactNode;
}): JSX.Element {
  const format = useFormat();
  return (
    <span className={css['numbered']}>
      <span aria-hidden="true" className={css['digit']}>
        {format.digits(String(props.digit))}
      </span>
      {props.children}
    </span>
  );
}
