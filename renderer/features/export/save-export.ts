import type { Failure } from '#shared/core/failure.ts';
import { createSha256 } from '#shared/core/hash.ts';
import type { Sha256 } from '#shared/core/ids.ts';
import type { Desktop } from '#shared/desktop/contract.ts';
import type { Manifest } from '#shared/exports/manifest.ts';
import type { RecordsChanged } from '#shared/exports/package.ts';
import type { Result } from '#shared/core/result.ts';

/** How an export ended. Only `saved` leaves a file behind. */
export type SaveOutcome =
  | {
      readonly kind: 'saved';
      readonly name: string;
      readonly bytes: number;
      readonly sha256: Sha256;
      readonly manifest: Manifest;
    }
  | { readonly kind: 'not-wanted' }
  | RecordsChanged
  | { readonly kind: 'failed'; readonly failure: Failure };

/** A package being written: its pieces, and at the end its manifest or why it must be thrown away. */
export type PackagePieces = AsyncGenerator<Uint8Array, Result<Manifest, RecordsChanged>>;

// One call to the shell for each piece of a zip would cost more than writing it.
const CALL_BYTES = 512 * 1024;

/**
 * Asks where to save and writes the package there, piece by piece. Whatever stops it on the way (a full disk, the
 * person, records that changed), the unfinished file is thrown away.
 */
export async function saveExport(
  desktop: Desktop,
  suggestedName: string,
  openPieces: () => Promise<PackagePieces>,
  signal: AbortSignal,
): Promise<SaveOutcome> {
  const begun = await desktop.call('file.begin', { suggestedName });
  if (!begun.ok) return { kind: 'failed', failure: begun.error };
  if (begun.value === null) return { kind: 'not-wanted' };
  const handle = begun.value;
  try {
    const written = await writePieces(desktop, handle, await openPieces(), signal);
    if ('kind' in written) {
      await desktop.call('file.end', { handle, keep: false });
      return written;
    }
    const ended = await desktop.call('file.end', { handle, keep: true });
    if (!ended.ok) return { kind: 'failed', failure: ended.error };
    return { kind: 'saved', name: suggestedName, ...written };
  } catch (error) {
    await desktop.call('file.end', { handle, keep: false });
    throw error;
  }
}

type Written = Pick<
  Extract<SaveOutcome, { readonly kind: 'saved' }>,
  'bytes' | 'sha256' | 'manifest'
>;
type Unsaved = Exclude<SaveOutcome, { readonly kind: 'saved' }>;

async function writePieces(
  desktop: Desktop,
  handle: string,
  pieces: PackagePieces,
  signal: AbortSignal,
): Promise<Written | Unsaved> {
  const hash = createSha256();
  let bytes = 0;
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;

  async function flush(): Promise<Failure | undefined> {
    if (waitingBytes === 0) return undefined;
    const joined = join(waiting, waitingBytes);
    waiting = [];
    waitingBytes = 0;
    const written = await desktop.call('file.write', { handle, bytes: joined });
    return written.ok ? undefined : written.error;
  }
  for (;;) {
    if (signal.aborted) return { kind: 'not-wanted' };
    const next = await pieces.next();
    if (next.done === true) {
      const failure = await flush();
      if (failure) return { kind: 'failed', failure };
      return next.value.ok
        ? { bytes, sha256: hash.digest(), manifest: next.value.value }
        : next.value.error;
    }
    hash.update(next.value);
    bytes += next.value.length;
    waiting.push(next.value);
    waitingBytes += next.value.length;
    const failure = waitingBytes < CALL_BYTES ? undefined : await flush();
    if (failure) return { kind: 'failed', failure };
  }
}

function join(pieces: readonly Uint8Array[], bytes: number): Uint8Array {
  const all = new Uint8Array(bytes);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
