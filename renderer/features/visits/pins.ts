import type { SettingStore } from '../../db/stores.ts';

const KEY = 'price-grid.pins';

// What mostly stays the same from row to row at one outlet. Judgements are asked anew for each price, unless somebody pins them.
const usual: readonly string[] = [
  'availability',
  'origin_country',
  'price_level',
  'quote_basis',
  'price_currency',
  'sale_unit',
];

/** The questions whose answers this person lets a new price take over from the one before: in the grid and on its form alike. */
export async function loadPins(settings: Pick<SettingStore, 'get'>): Promise<ReadonlySet<string>> {
  const kept = await settings.get(KEY);
  return new Set(Array.isArray(kept) ? kept.map(String) : usual);
}

/** The pins with one more, or one less. */
export function togglePin(pins: ReadonlySet<string>, field: string): ReadonlySet<string> {
  return new Set(pins.has(field) ? [...pins].filter((name) => name !== field) : [...pins, field]);
}

export function savePins(settings: SettingStore, pins: ReadonlySet<string>): void {
  void settings.set(KEY, [...pins]);
}
