import type { KeyboardEvent, RefObject } from 'react';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';

interface Remark {
  readonly isOpen: boolean;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly open: () => void;
  readonly press: (event: KeyboardEvent) => void;
}

/** A question's remark: there once it was written or asked for with its button or Alt and C. */
export function useRemark(remark: string): Remark {
  const [isAsked, setIsAsked] = useState(false);
  const inputRef = useRef<HTMLInputElement>(null);
  function open(): void {
    flushSync(() => setIsAsked(true));
    inputRef.current?.focus();
  }
  return {
    isOpen: isAsked || remark !== '',
    inputRef,
    open,
    press: (event) => {
      if (!event.altKey || event.code !== 'KeyC' || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      open();
    },
  };
}
