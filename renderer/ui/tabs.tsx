import type { JSX, KeyboardEvent, ReactNode } from 'react';
import { useId, useRef } from 'react';
import { joinClasses } from './join-classes.ts';
import css from './tabs.module.css';

export interface Tab {
  readonly id: string;
  readonly label: ReactNode;
  /** A count or a state beside the label. */
  readonly mark?: ReactNode;
}

interface TabsProps {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
  /** The panel of the selected tab. */
  readonly children: ReactNode;
}

export function Tabs({ label, tabs, selected, onSelect, children }: TabsProps): JSX.Element {
  const baseId = useId();
  const listRef = useRef<HTMLDivElement>(null);

  function move(event: KeyboardEvent<HTMLDivElement>): void {
    const at = tabs.findIndex((tab) => tab.id === selected);
    const target = targetOf(event, at, tabs.length);
    const tab = target === undefined ? undefined : tabs[target];
    if (!tab) return;
    event.preventDefault();
    onSelect(tab.id);
    listRef.current?.querySelectorAll<HTMLElement>('[role=tab]')[tabs.indexOf(tab)]?.focus();
  }

  return (
    <div className={css['tabs']}>
      <div
        ref={listRef}
        role="tablist"
        aria-label={label}
        className={css['list']}
        onKeyDown={move}
        tabIndex={-1}
      >
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${baseId}-${tab.id}`}
            aria-selected={tab.id === selected}
            aria-controls={`${baseId}-panel`}
            tabIndex={tab.id === selected ? 0 : -1}
            className={joinClasses(css['tab'], tab.id === selected && css['selected'])}
            onClick={() => onSelect(tab.id)}
          >
            {tab.label}
            {tab.mark}
          </button>
        ))}
      </div>
      <div
        id={`${baseId}-panel`}
        role="tabpanel"
        aria-labelledby={`${baseId}-${selected}`}
        className={css['panel']}
      >
        {children}
      </div>
    </div>
  );
}

/** The arrows follow the screen: the left one goes to the tab on the left. */
function targetOf(
  event: KeyboardEvent<HTMLElement>,
  at: number,
  count: number,
): number | undefined {
  const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl';
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: at + (isRtl ? -1 : 1),
    ArrowLeft: at + (isRtl ? 1 : -1),
    Home: 0,
    End: count - 1,
  };
  const target = steps[event.key];
  return target === undefined ? undefined : (target + count) % count;
}
