import { useLingui } from '@lingui/react/macro';
import type { JSX, ReactNode } from 'react';
import { useEffect, useId, useRef } from 'react';
import { IconButton } from './button.tsx';
import css from './dialog.module.css';
import { joinClasses } from './join-classes.ts';

// Of what a dialog is opened for where nothing is marked as first; never one of its acts, which may be one that cannot be taken back.
const FIRST_TO_FILL =
  '[data-part=body] :is(input, textarea, select, button, a[href]):not([disabled])';

interface DialogProps {
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children?: ReactNode;
  /** Buttons, the main one first. */
  readonly actions?: ReactNode;
  readonly size?: 'normal' | 'wide' | undefined;
}

/**
 * A question over the page, open as long as it is rendered. Esc and the cross close it; a press beside it does not, so that
 * nothing typed is lost by a slip of the hand.
 */
export function Dialog({
  title,
  onClose,
  children,
  actions,
  size = 'normal',
}: DialogProps): JSX.Element {
  const { t } = useLingui();
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const dialog = ref.current;
    const before = document.activeElement;
    dialog?.showModal();
    // The browser takes the cross, which stands first. What is to be read above it stays in sight.
    const first =
      dialog?.querySelector<HTMLElement>('[data-first]') ??
      dialog?.querySelector<HTMLElement>(FIRST_TO_FILL);
    first?.focus({ preventScroll: true });
    return () => {
      dialog?.close();
      // One that is taken out of the page does not give the keyboard back by itself.
      const isLost = document.activeElement === document.body || document.activeElement === null;
      if (isLost && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      className={joinClasses(css['dialog'], css[size])}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className={css['head']}>
        <h2 id={titleId}>{title}</h2>
        <IconButton icon="close" label={t`Close`} onClick={onClose} />
      </div>
      <div className={css['body']} data-part="body">
        {children}
      </div>
      {actions !== undefined && <div className={css['actions']}>{actions}</div>}
    </dialog>
  );
}
