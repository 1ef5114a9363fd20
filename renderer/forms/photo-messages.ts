/** Asks the worker for a JPEG no longer on either side than `longestSide` pixels. */
export interface PhotoRequest {
  readonly file: Blob;
  readonly longestSide: number;
}

export type PhotoReply =
  | { readonly kind: 'reduced'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'not-an-image' };
