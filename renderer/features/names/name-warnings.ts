import { searchKey } from '#shared/core/search-key.ts';
import type { RegisterItem } from '../../forms/registers.ts';
import { itemNames, namesIn } from '../../forms/register-options.ts';
import { createNameIndex } from '../../ui/name-index.ts';

/** A name that is someone else's already, or nearly. */
export interface NameWarning {
  readonly name: string;
  /** `same`: another item bears it. `near`: another one is called nearly so. `own`: the item bears it already, or it stands there twice. */
  readonly is: 'same' | 'near' | 'own';
  /** The other item; the item itself for `own`. */
  readonly item: RegisterItem;
}

type Find = (text: string) => readonly NameWarning[];

/** Holds the other names that are typed for an item, one a line, against all names of its register. */
export function createNameWarnings(items: readonly RegisterItem[], code: string): Find {
  const own = items.find((item) => item.code === code);
  const others = items.filter((item) => item !== own);
  const bearer = new Map(
    others.flatMap((item) => itemNames(item).map((name) => [searchKey(name), item] as const)),
  );
  const { other_names: _typed, ...given } = own?.answers ?? {};
  const ownKeys = new Set(itemNames({ answers: given }).map((name) => searchKey(name)));
  const index = createNameIndex(others, itemNames);
  return (text) => {
    const names = namesIn(text);
    const keys = names.map((name) => searchKey(name));
    return names.flatMap((name, at): readonly NameWarning[] => {
      const key = keys[at] ?? '';
      const same = bearer.get(key);
      if (same) return [{ name, is: 'same', item: same }];
      if (own && (ownKeys.has(key) || keys.indexOf(key) < at)) {
        return [{ name, is: 'own', item: own }];
      }
      const [near] = index.near(name);
      return near ? [{ name, is: 'near', item: near }] : [];
    });
  };
}
