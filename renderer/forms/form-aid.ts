import { createContext, useContext } from 'react';
import type { Failure } from '#shared/core/failure.ts';
import type { Sha256 } from '#shared/core/ids.ts';
import type { Instant } from '#shared/core/instant.ts';
import type { Result } from '#shared/core/result.ts';

/** Where photos of this record are kept. */
export interface PhotoAccess {
  keep(jpeg: Uint8Array): Promise<Result<Sha256, Failure>>;
  read(sha256: Sha256): Promise<Result<Uint8Array, Failure>>;
  /** The moment a file was taken or changed, with the offset of this place. */
  moment(ms: number): Instant;
}

/** What widgets need beside their question; the page that shows the form gives it. */
export interface FormAid {
  /** Texts given before in this field for the same product, the likeliest first. */
  readonly suggestions: (field: string) => readonly string[];
  readonly photos: PhotoAccess;
}

export const FormAidContext = createContext<FormAid | undefined>(undefined);

export function useFormAid(): FormAid {
  const aid = useContext(FormAidContext);
  if (!aid) throw new Error('useFormAid outside of a form');
  return aid;
}
