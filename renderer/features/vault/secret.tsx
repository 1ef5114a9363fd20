import type { JSX } from 'react';
import css from './secret.module.css';

/** A secret shown to be written down: large, and as it is to be typed. */
export function Secret({
  text,
  name,
}: {
  readonly text: string;
  readonly name: 'passphrase' | 'code';
}): JSX.Element {
  return (
    <p className={css['secret']} dir={name === 'code' ? 'ltr' : 'auto'} data-secret={name}>
      {text}
    </p>
  );
}
