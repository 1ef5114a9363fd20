import { useVirtualizer } from '@tanstack/react-virtual';
import type { JSX, ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import css from './virtual-list.module.css';

interface VirtualListProps<T> {
  /** What the list holds, for assistive technology. */
  readonly label: string;
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  /** A good guess of an item's height in px; the true height is measured. */
  readonly estimateHeight: number;
  readonly renderItem: (item: T, index: number) => ReactNode;
  /** The item a person is at: it is brought into sight when it changes. */
  readonly activeIndex?: number | undefined;
}

/** A long list that fills the height it is given and holds only what is seen in the document. */
export function VirtualList<T>(props: VirtualListProps<T>): JSX.Element {
  const { label, items, keyOf, estimateHeight, renderItem, activeIndex } = props;
  const scrollRef = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- the compiler leaves this component alone, as it should
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => estimateHeight,
    getItemKey: (index) => {
      const item = items[index];
      return item === undefined ? index : keyOf(item);
    },
    overscan: 8,
  });
  useEffect(() => {
    if (activeIndex !== undefined && activeIndex >= 0) virtualizer.scrollToIndex(activeIndex);
  }, [virtualizer, activeIndex]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
    <section ref={scrollRef} className={css['scroll']} tabIndex={0} aria-label={label}>
      <ul className={css['list']} style={{ blockSize: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ key, index, start }) => {
          const item = items[index];
          if (item === undefined) return null;
          return (
            <li
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              className={css['item']}
              style={{ insetBlockStart: start }}
            >
              {renderItem(item, index)}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
