import { useMemo } from 'react';
import type { Registers } from '../../forms/registers.ts';
import { usePreferences } from '../../i18n/preference-store.ts';
import { partNames } from '../../services/visit-names.ts';
import type { VisitPart } from '../../services/visit-parts.ts';
import type { ComboboxOption } from '../../ui/combobox-search.ts';

/** The finished prices of a visit, to be pointed to by a competitor record. */
export function usePriceOptions(
  parts: readonly VisitPart[],
  registers: Registers,
): readonly ComboboxOption[] {
  const { language } = usePreferences();
  return useMemo(
    () =>
      parts
        .filter((part) => part.kind === 'price' && part.record)
        .map((part) => {
          const { product, detail } = partNames(part, registers, language);
          const names = [product, detail].filter((name) => name !== undefined);
          return { value: part.id, label: names.join(' — ') };
        }),
    [parts, registers, language],
  );
}
