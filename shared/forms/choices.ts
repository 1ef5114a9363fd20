import { commonLists } from './lists/common-lists.ts';
import { competitorLists } from './lists/competitor-lists.ts';
import { demandLists } from './lists/demand-lists.ts';
import { priceLists } from './lists/price-lists.ts';
import { registerLists } from './lists/register-lists.ts';
import { visitLists } from './lists/visit-lists.ts';

/** The code lists of the questionnaire: 42 lists with 341 choices. */
export const surveyLists = {
  ...commonLists,
  ...visitLists,
  ...priceLists,
  ...demandLists,
  ...competitorLists,
} as const;

/** Every code list by name: those of the questionnaire and those only registers use. */
export const codeLists = { ...surveyLists, ...registerLists } as const;

/** The name of a code list. */
export type ListName = keyof typeof codeLists;
/** A code of the list named `L`. */
export type CodeOf<L extends ListName> = (typeof codeLists)[L][number];

/** The registers the secretariat maintains; a register's name is the kind of its records. */
export const registerNames = [
  'admin_area',
  'market',
  'product',
  'unit',
  'currency',
  'crossing',
  'origin',
  'brand',
  'outlet',
  'round',
  'person',
  'exchange_rate',
  'unit_factor',
  'assignment',
  'reference_price',
] as const;
/** The name of a register. */
export type RegisterName = (typeof registerNames)[number];

/** What may be answered beside the items of a register. */
export const plusCodes = ['other', 'unbranded', 'unknown', 'new_product'] as const;
/** An answer beside the items of a register. */
export type PlusCode = (typeof plusCodes)[number];

/** Which items of a register are offered, whatever the other answers: a property has a value, or names the item itself. */
export type ItemFilter =
  | { readonly property: string; readonly equals: string }
  | { readonly property: string; readonly equals_code: true };

/** Choices from a fixed list, or from `only` some of its codes. */
export interface ListChoices {
  readonly codelist: ListName;
  readonly only?: readonly string[];
}

/** Choices from a register: the codes of its items that pass `where`, and the codes of `plus`. */
export interface RegisterChoices {
  readonly register: RegisterName;
  readonly where?: ItemFilter;
  readonly plus?: readonly PlusCode[];
}

/** Choices among records of the same visit: the answer is a record's id. */
export interface RecordChoices {
  readonly records: 'price';
}

/** Where the choices of a question come from. */
export type Choices = ListChoices | RegisterChoices | RecordChoices;

/** The codes `C` allows; those of a register are known only at run time. */
export type CodesOf<C extends Choices> = C extends { readonly only: readonly (infer O)[] }
  ? O
  : C extends { readonly codelist: infer L extends ListName }
    ? CodeOf<L>
    : string;

/** The codes of a fixed list in the order they are offered. */
export function listCodes(choices: ListChoices): readonly string[] {
  return choices.only ?? codeLists[choices.codelist];
}
