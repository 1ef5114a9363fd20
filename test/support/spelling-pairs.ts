import adminAreas from '../../server/sample/data/admin-areas.json' with { type: 'json' };
import districts from '../../server/sample/data/districts.json' with { type: 'json' };
import markets from '../../server/sample/data/markets.json' with { type: 'json' };
import origins from '../../server/sample/data/origins.json' with { type: 'json' };
import { searchKey } from '../../shared/core/search-key.ts';

/** A list as somebody sees it, and what others type for things of it. */
export interface SpellingCase {
  readonly list: string;
  readonly labels: readonly string[];
  /** A name of the thing in another language or romanisation, and the label it is meant for. */
  readonly pairs: readonly (readonly [typed: string, meant: string])[];
}

type Names = Readonly<Record<string, unknown>>;

const lists: Readonly<Record<string, readonly Names[]>> = {
  provinces: Object.values(adminAreas),
  districts: Object.values(districts),
  markets: Object.values(markets),
  countries: Object.values(origins),
};
const spellings = ['en', 'fa', 'ar', 'ckb', 'ps', 'local', 'wfp'];

function nameOf(names: Names, spelling: string): string | undefined {
  const name = names[`name_${spelling}`];
  return typeof name === 'string' && name !== '' ? name : undefined;
}

/**
 * Real places with the names they have in seven spellings: each list is given in Persian or English only, and asked for in
 * every other spelling. Names that differ in nothing but the letters of a keyboard are left out.
 */
export function spellingCases(): readonly SpellingCase[] {
  return Object.entries(lists).flatMap(([list, things]) =>
    ['fa', 'en'].map((shown) => ({
      list: `${list} in ${shown}`,
      labels: things.flatMap((names) => nameOf(names, shown) ?? []),
      pairs: things.flatMap((names) =>
        spellings.flatMap((spelling) => {
          const [typed, meant] = [nameOf(names, spelling), nameOf(names, shown)];
          const isOther = typed !== undefined && meant !== undefined;
          return isOther && searchKey(typed) !== searchKey(meant) ? [[typed, meant] as const] : [];
        }),
      ),
    })),
  );
}
