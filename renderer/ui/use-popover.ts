import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';

interface Popover {
  readonly anchorRef: RefObject<HTMLDivElement | null>;
  readonly popoverRef: RefObject<HTMLDivElement | null>;
}

/** Shows the list above everything, also above a dialog, and lets it follow its field when the page scrolls. */
export function usePopover(isOpen: boolean): Popover {
  const anchorRef = useRef<HTMLDivElement>(null);
  const popoverRef = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const popover = popoverRef.current;
    const source = anchorRef.current;
    if (!isOpen || !popover || !source) return undefined;
    popover.showPopover({ source });
    return () => popover.hidePopover();
  }, [isOpen]);
  return { anchorRef, popoverRef };
}
