import type { ReceiptsFile } from '#shared/bundle/receipts-file.ts';
import { writeReceiptsFile } from '#shared/bundle/receipts-file.ts';
import type { Failure } from '#shared/core/failure.ts';
import { utf8 } from '#shared/core/hash.ts';
import type { Result } from '#shared/core/result.ts';
import type { Desktop } from '#shared/desktop/contract.ts';
import { saveFile } from '../../services/save-file.ts';

/**
 * Asks where to save and writes receipts there, as JSON: the newest of a feed covers all before it. Answers false where the person
 * wanted no file.
 */
export async function saveReceipts(
  desktop: Desktop,
  receipts: ReceiptsFile,
): Promise<Result<boolean, Failure>> {
  return saveFile(desktop, 'bazarnegar-receipts.bzr', utf8(writeReceiptsFile(receipts)));
}
