import type { Failure } from '#shared/core/failure.ts';
import type { RecordId } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { ok } from '#shared/core/result.ts';
import type { Answers } from '#shared/forms/answers.ts';
import { registerForms } from '#shared/forms/definitions/catalogue.ts';
import type { ProposableRegister } from '#shared/forms/proposals.ts';
import { proposedItem } from '#shared/forms/proposals.ts';
import type { AppServices } from './services.ts';

/** Adds an item to a register by its name, for the office to confirm; answers its code. */
export async function proposeItem(
  { store, ambient }: Pick<AppServices, 'store' | 'ambient'>,
  register: ProposableRegister,
  name: string,
  answers: Answers,
): Promise<Result<string, Failure>> {
  const code = ambient.newRecordId();
  const written = await store.records.write([
    {
      record: `${register}/${code}` as RecordId,
      kind: register,
      form: registerForms[register].version,
      set: proposedItem(register, name, answers),
    },
  ]);
  return written.ok ? ok(code) : written;
}
