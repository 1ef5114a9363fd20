import type { Json } from '../core/json.ts';
import type { Answers } from './answers.ts';
import { textAnswer } from './answers.ts';
import type { RegisterName } from './choices.ts';

type Proposal = (name: string, answers: Answers) => Readonly<Record<string, Json>>;

// A register is here if its name alone makes an item; the rest is for the office.
const proposals = {
  brand: (name, answers) => {
    const product = textAnswer(answers['product_id']);
    return {
      name_local: name,
      standing: 'proposed',
      ...(product !== undefined && { products: [product] }),
    };
  },
} as const satisfies Readonly<Partial<Record<RegisterName, Proposal>>>;

/** A register that grows while a form is filled in. */
export type ProposableRegister = keyof typeof proposals;

/** True for a register whose items may be proposed by name from within a question. */
export function isProposable(register: RegisterName): register is ProposableRegister {
  return Object.hasOwn(proposals, register);
}

/** What a proposed item of a register says, from its name and the answers of the record it is proposed in. */
export function proposedItem(
  register: ProposableRegister,
  name: string,
  answers: Answers,
): Readonly<Record<string, Json>> {
  return proposals[register](name.trim(), answers);
}
