import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';

/** The part of the address after the question mark: filters and the like, which survive a reload and can be sent to others. */
export interface AddressQuery {
  readonly get: (name: string) => string | undefined;
  /** Sets and, with undefined, removes some of it; the way back goes over the step before, not over every keystroke. */
  readonly change: (changes: Readonly<Record<string, string | undefined>>) => void;
}

export function useAddressQuery(): AddressQuery {
  const search = useSearch();
  const [location, navigate] = useLocation();
  return useMemo(() => {
    const params = new URLSearchParams(search);
    return {
      get: (name) => params.get(name) ?? undefined,
      change: (changes) => {
        const next = new URLSearchParams(search);
        for (const [name, value] of Object.entries(changes)) {
          if (value === undefined || value === '') next.delete(name);
          else next.set(name, value);
        }
        navigate(`${location}?${next.toString()}`, { replace: true });
      },
    };
  }, [search, location, navigate]);
}
