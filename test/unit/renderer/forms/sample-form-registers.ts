import type { Answers } from '#shared/forms/answers.ts';
import type { RegisterName } from '#shared/forms/choices.ts';
import type { Registers } from '../../../../renderer/forms/registers.ts';
import { sampleRegisters } from '../../../support/form-context.ts';

/** The sample registers as forms look at them. */
export const sampleFormRegisters: Registers = {
  items: (register: RegisterName) =>
    Object.entries<Answers>(sampleRegisters[register] ?? {}).map(([code, answers]) => ({
      code,
      answers,
    })),
  item: (register, code) => sampleRegisters[register]?.[code],
};
