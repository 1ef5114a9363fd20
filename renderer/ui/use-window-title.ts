import { useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';

/** Names the window after the screen. The page's own title element comes first, so a second one would not be heeded. */
export function useWindowTitle(title: string): void {
  const { t } = useLingui();
  const product = t`Bazarnegar`;
  useEffect(() => {
    document.title = `${title} — ${product}`;
  }, [title, product]);
}
