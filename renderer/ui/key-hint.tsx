import type { JSX } from 'react';
import css from './key-hint.module.css';

/** A key or a chord such as `Ctrl+Enter`, as it is printed on the keyboard. */
export function KeyHint({ keys }: { readonly keys: string }): JSX.Element {
  return (
    <bdi dir="ltr" className={css['keys']}>
      {keys.split('+').map((key) => (
        <kbd key={key} className={css['key']}>
          {key}
        </kbd>
      ))}
    </bdi>
  );
}
