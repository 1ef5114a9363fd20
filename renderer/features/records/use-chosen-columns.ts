import { useMemo } from 'react';
import type { SurveyFormId } from '#shared/forms/definitions/catalogue.ts';
import { useLive } from '../../db/use-live.ts';
import { useServices } from '../../services/use-services.ts';
import { columnNames, firstColumns } from './table-columns.tsx';

/** The columns a person wants to see of a form, kept on this laptop, and how to choose others. */
export function useChosenColumns(
  form: SurveyFormId,
): readonly [names: readonly string[], choose: (names: readonly string[]) => void] {
  const { store } = useServices();
  const key = `records.columns.${form}`;
  const stored = useLive(() => store.settings.get(key), [store, key]);
  const chosen = stored.status === 'ready' ? stored.value : undefined;
  const names = useMemo(() => {
    if (!Array.isArray(chosen)) return firstColumns(form);
    const known = new Set(columnNames(form));
    const kept = chosen.filter(
      (name): name is string => typeof name === 'string' && known.has(name),
    );
    return kept.length > 0 ? kept : firstColumns(form);
  }, [chosen, form]);
  return [names, (next) => void store.settings.set(key, next)];
}
