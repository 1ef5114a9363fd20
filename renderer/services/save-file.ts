import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import { ok } from '#shared/core/result.ts';
import type { Desktop } from '#shared/desktop/contract.ts';

/** Asks where to save and writes a small file there; false where the person wanted none. */
export async function saveFile(
  desktop: Desktop,
  suggestedName: string,
  bytes: Uint8Array,
): Promise<Result<boolean, Failure>> {
  const begun = await desktop.call('file.begin', { suggestedName });
  if (!begun.ok) return begun;
  if (begun.value === null) return ok(false);
  const handle = begun.value;
  const written = await desktop.call('file.write', { handle, bytes });
  const ended = await desktop.call('file.end', { handle, keep: written.ok });
  if (!written.ok) return written;
  return ended.ok ? ok(true) : ended;
}
