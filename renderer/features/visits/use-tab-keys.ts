import { useShortcut } from '../../ui/use-shortcut.ts';

interface NamedTab {
  readonly id: string;
  readonly label: string;
}

/** Alt and a digit go to the tab of that number: the visit header, prices, demand, competitors. */
export function useTabKeys(tabs: readonly NamedTab[], onSelect: (id: string) => void): void {
  useTabKey(1, tabs, onSelect);
  useTabKey(2, tabs, onSelect);
  useTabKey(3, tabs, onSelect);
  useTabKey(4, tabs, onSelect);
}

function useTabKey(
  number: number,
  tabs: readonly NamedTab[],
  onSelect: (id: string) => void,
): void {
  const tab = tabs[number - 1];
  useShortcut({
    code: `Digit${number}`,
    run: () => tab && onSelect(tab.id),
    label: tab?.label ?? '',
    needsAlt: true,
  });
}
