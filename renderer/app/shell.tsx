import { useLingui } from '@lingui/react/macro';
import type { JSX, ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useServices } from '../services/use-services.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { joinClasses } from '../ui/join-classes.ts';
import { ToastRegion } from '../ui/toasts.tsx';
import { AppCommands } from './app-commands.tsx';
import { NavigationView } from './navigation-view.tsx';
import css from './shell.module.css';
import { StatusLine } from './status-line.tsx';
import { useWorkCounts } from './use-work-counts.ts';

const NAVIGATION_ID = 'navigation';
const MAIN_ID = 'main';

/** What surrounds every screen: navigation at the start side, the status line below. */
export function Shell({ children }: { readonly children: ReactNode }): JSX.Element {
  const { t } = useLingui();
  const { identity } = useServices();
  const { work, navigation } = useWorkCounts();
  const [location] = useLocation();
  const [menuOpenAt, setMenuOpenAt] = useState<string>();
  const isMenuOpen = menuOpenAt === location;
  const mainRef = useMainFocus(location);

  return (
    <div className={css['shell']}>
      <button type="button" className={css['skip']} onClick={() => mainRef.current?.focus()}>
        {t`Skip to the content`}
      </button>
      <header className={css['side']}>
        <div className={css['brand']}>
          <span className={css['product']}>{t`Bazarnegar`}</span>
          {identity.isSample && <Badge tone="warn">{t`Sample project`}</Badge>}
          <span className={css['menuButton']}>
            <Button
              size="small"
              aria-expanded={isMenuOpen}
              aria-controls={NAVIGATION_ID}
              onClick={() => setMenuOpenAt(isMenuOpen ? undefined : location)}
            >
              {t`Menu`}
            </Button>
          </span>
        </div>
        <div className={joinClasses(css['navigation'], isMenuOpen && css['open'])}>
          <NavigationView id={NAVIGATION_ID} counts={navigation} />
          <AppCommands />
        </div>
      </header>
      <main id={MAIN_ID} ref={mainRef} tabIndex={-1} className={css['main']}>
        {children}
      </main>
      <StatusLine counts={work} />
      <ToastRegion />
    </div>
  );
}

/** On a new address the reading starts at the top of the main area, unless the screen has put the focus in itself. */
function useMainFocus(location: string): React.RefObject<HTMLElement | null> {
  const mainRef = useRef<HTMLElement>(null);
  const shownRef = useRef(location);
  useEffect(() => {
    const main = mainRef.current;
    if (!main || shownRef.current === location) return;
    shownRef.current = location;
    if (main.contains(document.activeElement)) return;
    main.scrollTo(0, 0);
    main.focus({ preventScroll: true });
  }, [location]);
  return mainRef;
}
