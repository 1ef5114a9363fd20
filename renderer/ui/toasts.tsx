import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useEffect } from 'react';
import { create } from 'zustand';
import { Button, IconButton } from './button.tsx';
import type { IconName } from './icons.tsx';
import { Icon } from './icons.tsx';
import { joinClasses } from './join-classes.ts';
import css from './toasts.module.css';

interface Toast {
  readonly tone: 'ok' | 'warn' | 'error';
  readonly text: string;
  /** Undo, mostly. */
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

interface ShownToast extends Toast {
  readonly id: number;
}

const icons: Readonly<Record<Toast['tone'], IconName>> = {
  ok: 'check',
  warn: 'warning',
  error: 'error',
};
const SHOWN_MS = 8000;
const MAX_TOASTS = 3;

const useToasts = create<{ readonly toasts: readonly ShownToast[] }>(() => ({ toasts: [] }));
let lastId = 0;

/** Says for a few seconds that something was done; an error stays until it is closed. */
export function showToast(toast: Toast): void {
  lastId += 1;
  const shown = { ...toast, id: lastId };
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts, shown].slice(-MAX_TOASTS) }));
}

function closeToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}

/** Where toasts appear; once in the app. */
export function ToastRegion(): JSX.Element {
  const toasts = useToasts((state) => state.toasts);
  return (
    <div className={css['region']} aria-live="polite">
      {toasts.map((toast) => (
        <ToastView key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastView({ toast }: { readonly toast: ShownToast }): JSX.Element {
  const { t } = useLingui();
  const { id, tone, text, action } = toast;
  useEffect(() => {
    if (tone === 'error') return undefined;
    const timer = setTimeout(() => closeToast(id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [id, tone]);
  return (
    <div className={joinClasses(css['toast'], css[tone])}>
      <Icon name={icons[tone]} />
      <p className={css['text']}>{text}</p>
      {action && (
        <Button
          kind="quiet"
          size="small"
          onClick={() => {
            action.run();
            closeToast(id);
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon="close" label={t`Close`} onClick={() => closeToast(id)} />
    </div>
  );
}
