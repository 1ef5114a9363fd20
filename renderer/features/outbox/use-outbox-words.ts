import { useLingui } from '@lingui/react/macro';
import { plural } from '@lingui/core/macro';
import { formIds } from '#shared/forms/definitions/catalogue.ts';
import { formTitle } from '#shared/forms/form-labels.ts';
import type { Registers } from '../../forms/registers.ts';
import { usePreferences } from '../../i18n/preference-store.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { marketName, outletName } from '../../services/visit-names.ts';
import type { Place } from './visit-of.ts';

/** How the outbox names things. */
export interface OutboxWords {
  /** A visit by its market and outlet. */
  readonly place: (visit: Place) => string;
  /** "14 prices, 2 demand records" */
  readonly kinds: (kinds: ReadonlyMap<string, number>) => string;
  /** One record of a kind, with the place it is of. */
  readonly record: (kind: string, visit: Place | undefined) => string;
}

export function useOutboxWords(registers: Registers): OutboxWords {
  const { t } = useLingui();
  const { language } = usePreferences();
  const format = useFormat();

  function place(visit: Place): string {
    const names = [marketName(visit, registers, language), outletName(visit, language)];
    return names.filter((name) => name !== undefined).join(' — ') || t`New visit`;
  }
  function title(kind: string): string {
    const form = formIds.find((id) => id === kind);
    return form ? formTitle(form)[language] : t`Record`;
  }
  function count(kind: string, n: number): string {
    const words: Readonly<Record<string, string>> = {
      visit: t`${plural(n, { one: '# visit', other: '# visits' })}`,
      price: t`${plural(n, { one: '# price', other: '# prices' })}`,
      demand: t`${plural(n, { one: '# demand record', other: '# demand records' })}`,
      competitor: t`${plural(n, { one: '# competitor record', other: '# competitor records' })}`,
      comment: t`${plural(n, { one: '# comment', other: '# comments' })}`,
    };
    return words[kind] ?? `${format.number(n)} × ${title(kind)}`;
  }
  return {
    place,
    kinds: (kinds) => format.list([...kinds].map(([kind, n]) => count(kind, n))),
    record: (kind, visit) => {
      const at = visit && place(visit);
      if (kind === 'visit' && at !== undefined) return at;
      const name = title(kind);
      return at === undefined ? name : t`${name}: ${at}`;
    },
  };
}
