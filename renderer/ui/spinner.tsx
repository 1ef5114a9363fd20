import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import css from './spinner.module.css';

/** Something is being read or done. It shows itself after a moment only, so that quick answers do not flicker. */
export function Spinner({ label }: { readonly label?: string | undefined }): JSX.Element {
  const { t } = useLingui();
  return (
    <output className={css['spinner']}>
      <span className={css['ring']} />
      <span>{label ?? t`Loading …`}</span>
    </output>
  );
}
