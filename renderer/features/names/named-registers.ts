import type { Draft } from '#shared/records/draft.ts';

/** Registers whose items have other names. */
export const namedRegisters = ['product', 'brand', 'outlet', 'market'] as const;
/** One of them. */
export type NamedRegister = (typeof namedRegisters)[number];

/** The item whose names were being typed last. */
export function placeOfDraft(
  drafts: readonly Draft[],
): { readonly register: NamedRegister; readonly code: string } | undefined {
  for (const { record } of drafts) {
    const register = namedRegisters.find((name) => record.startsWith(`${name}/`));
    if (register) return { register, code: record.slice(register.length + 1) };
  }
  return undefined;
}
