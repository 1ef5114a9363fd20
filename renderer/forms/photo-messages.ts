// No phone takes more; decoded they are 800 MB, about what a small laptop can give.
export const MAX_MEGAPIXELS = 200;

/** Asks the worker for a JPEG no longer on either side than `longestSide` pixels. */
export interface PhotoRequest {
  readonly file: Blob;
  readonly longestSide: number;
  /** Whether the place that the camera wrote into it may stay; all else it wrote goes. */
  readonly keepsPlace: boolean;
  /** Whether the photo is wanted in its full size as well. */
  readonly keepsOriginal: boolean;
}

/** Asks the worker for a JPEG of ours without the place that stands in it. */
export interface BareRequest {
  readonly placed: Uint8Array;
}

/** A photo as JPEG, and a small picture of it; null where it is small itself. */
export interface ReducedPhoto {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly preview: Uint8Array<ArrayBuffer> | null;
  /** The photo in its full size; null where it was not asked for, or is too large to be drawn. */
  readonly original: Uint8Array<ArrayBuffer> | null;
}

export type PhotoReply =
  | ({ readonly kind: 'reduced' } & ReducedPhoto)
  | { readonly kind: 'bare'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'not-an-image' | 'cut-off' }
  | { readonly kind: 'too-many-pixels'; readonly megapixels: number };
