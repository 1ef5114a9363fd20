import { NONCE_END, NONCE_START } from '#shared/vault/seal.ts';

/** Rows of a table that were opened before, each with what it was sealed by: a list that is read again is not deciphered again. */
export interface OpenedRows {
  /** The row, where it still lies sealed by the same nonce, which is drawn anew for every sealing. */
  find(place: string, sealed: Uint8Array): unknown;
  keep(place: string, sealed: Uint8Array, row: unknown): void;
}

interface OpenedRow {
  readonly nonce: Uint8Array;
  readonly row: unknown;
}

// A list of all that a laptop may hold is in memory as often as it is on the screen; beyond that, rows are opened each time.
const MOST_ROWS = 120_000;

export function createOpenedRows(): OpenedRows {
  const rows = new Map<string, OpenedRow>();
  return {
    find(place, sealed) {
      const known = rows.get(place);
      return known && isNonce(known.nonce, sealed) ? known.row : undefined;
    },
    keep(place, sealed, row) {
      if (rows.size >= MOST_ROWS && !rows.has(place)) return;
      rows.set(place, { nonce: sealed.slice(NONCE_START, NONCE_END), row });
    },
  };
}

function isNonce(nonce: Uint8Array, sealed: Uint8Array): boolean {
  for (let at = 0; at < nonce.length; at += 1) {
    if (nonce[at] !== sealed[NONCE_START + at]) return false;
  }
  return true;
}
