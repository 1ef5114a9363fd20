import { createContext, useContext } from 'react';
import type { Failure } from '#shared/core/failure.ts';
import type { Sha256 } from '#shared/core/ids.ts';
import type { Instant } from '#shared/core/instant.ts';
import type { Result } from '#shared/core/result.ts';
import type { ProposableRegister } from '#shared/forms/proposals.ts';
import type { NameIndex } from '../ui/name-index.ts';

/** Where photos of this record are kept. */
export interface PhotoAccess {
  /** Keeps a photo, or the small picture of one. */
  keep(jpeg: Uint8Array, previewOf?: Sha256): Promise<Result<Sha256, Failure>>;
  read(sha256: Sha256): Promise<Result<Uint8Array, Failure>>;
  /** Whether the respondent agreed, so that the place a camera wrote into a photo may stay where its question keeps it. */
  mayKeepPlace(): boolean;
  /** Whether the round asks for photos in their full size as well. */
  keepsOriginals(): boolean;
  /** The moment a file was taken or changed, with the offset of this place. */
  moment(ms: number): Instant;
}

/** A name given before in a question, and where. */
export interface KnownName {
  readonly text: string;
  readonly note?: string | undefined;
  /** Whether it names something of this very market: the same name, or nearly, may be a second record of it. */
  readonly isHere?: boolean | undefined;
}

/** What widgets need beside their question; the page that shows the form gives it. */
export interface FormAid {
  /** Texts given before in this field for the same product, the likeliest first. */
  readonly suggestions: (field: string) => readonly string[];
  readonly photos: PhotoAccess;
  /** Names given before in a field, found in any spelling; undefined for a field that names nothing. */
  readonly knownNames?: ((field: string) => NameIndex<KnownName> | undefined) | undefined;
  /** Adds an item to a register by its name and answers its code; absent for a person who may not. */
  readonly propose?:
    ((register: ProposableRegister, name: string) => Promise<Result<string, Failure>>) | undefined;
}

export const FormAidContext = createContext<FormAid | undefined>(undefined);

export function useFormAid(): FormAid {
  const aid = useContext(FormAidContext);
  if (!aid) throw new Error('useFormAid outside of a form');
  return aid;
}
