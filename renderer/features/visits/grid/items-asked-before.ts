import type { RecordId } from '#shared/core/ids.ts';
import type { Answers } from '#shared/forms/answers.ts';
import type { GridActs } from './grid-acts.ts';
import type { GridCursor } from './grid-cursor.ts';
import type { GridRows } from './grid-rows.ts';
import type { GridStateStore } from './grid-state.ts';
import type { LastVisit } from './last-visit.ts';
import { itemKey } from './last-visit.ts';

/** What was asked here the last time, and rows for it. */
export interface ItemsAskedBefore {
  /** The last visit, as far as this laptop knows. */
  readonly lastVisit: () => LastVisit | undefined;
  /** The items of the last visit that no row is about yet. */
  readonly itemsLeft: () => readonly Answers[];
  /** Takes them as rows whose prices are open, and the keyboard to the first of them; answers how many. */
  readonly takeItems: () => number;
}

interface ItemsSetup {
  readonly lastVisit: () => LastVisit | undefined;
  readonly state: GridStateStore;
  readonly rows: GridRows;
  readonly acts: GridActs;
  readonly cursor: GridCursor;
}

export function createItemsAskedBefore(setup: ItemsSetup): ItemsAskedBefore {
  const { lastVisit, state, rows, acts, cursor } = setup;

  function itemsLeft(): readonly Answers[] {
    const items = lastVisit()?.items ?? [];
    if (items.length === 0) return items;
    const { rows: now } = state.getState();
    const here = new Set(Object.values(now).map(({ content }) => itemKey(content.answers)));
    return items.filter((item) => !here.has(itemKey(item)));
  }
  function takeItems(): number {
    const items = itemsLeft();
    const taken = rows.addItems(items.length);
    acts.give(
      items.flatMap((item, at) =>
        Object.entries(item).map(([field, value]) => ({
          row: taken[at] ?? ('' as RecordId),
          field,
          value,
          isCarried: true,
        })),
      ),
    );
    const [first] = taken;
    if (first !== undefined && items.length > 0) cursor.begin(first);
    return items.length;
  }
  return { lastVisit, itemsLeft, takeItems };
}
