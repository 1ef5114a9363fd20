import type { JSX, ReactNode } from 'react';
import type { FieldFrame } from '../../ui/field-shell.tsx';
import { FieldShell } from '../../ui/field-shell.tsx';
import css from './widgets.module.css';

interface CapturedProps {
  readonly frame: FieldFrame;
  readonly children: ReactNode;
}

/** What the app notes or works out itself: one line, as long as nothing is to be said about it. */
export function Captured({ frame, children }: CapturedProps): JSX.Element {
  if (frame.error || frame.warning) {
    return (
      <FieldShell {...frame}>
        {(control) => (
          <output {...control} className={css['captured']}>
            {children}
          </output>
        )}
      </FieldShell>
    );
  }
  return (
    <p className={css['captured']}>
      <span className={css['capturedLabel']}>{frame.label}:</span>
      <output>{children}</output>
    </p>
  );
}
