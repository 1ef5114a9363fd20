import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { create } from 'zustand';

/** The part of the address after the question mark: filters and the like, which survive a reload and can be sent to others. */
export interface AddressQuery {
  readonly get: (name: string) => string | undefined;
  /** Sets and, with undefined, removes some of it; the way back goes over the step before, not over every keystroke. */
  readonly change: (changes: Readonly<Record<string, string | undefined>>) => void;
}

/**
 * What a person typed to search for, and whose records are looked at: names of people, which a browser would keep in its history.
 * They stay in memory, by the screen they belong to.
 */
const unwritten: ReadonlySet<string> = new Set(['q', 'by']);
const useUnwritten = create<Readonly<Record<string, string | undefined>>>(() => ({}));

export function useAddressQuery(): AddressQuery {
  const search = useSearch();
  const [location, navigate] = useLocation();
  const kept = useUnwritten();
  return useMemo(() => {
    const params = new URLSearchParams(search);
    return {
      get: (name) =>
        unwritten.has(name) ? kept[`${location} ${name}`] : (params.get(name) ?? undefined),
      change: (changes) => {
        const next = new URLSearchParams(search);
        for (const [name, value] of Object.entries(changes)) {
          if (unwritten.has(name)) useUnwritten.setState({ [`${location} ${name}`]: value });
          else if (value === undefined || value === '') next.delete(name);
          else next.set(name, value);
        }
        if (next.toString() !== new URLSearchParams(search).toString()) {
          navigate(`${location}?${next.toString()}`, { replace: true });
        }
      },
    };
  }, [search, location, navigate, kept]);
}
