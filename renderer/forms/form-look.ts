import { create } from 'zustand';

/** How a person likes forms to be; it stays from row to row, and until the app is closed. */
export interface FormLook {
  readonly showsOptional: boolean;
  readonly showsHints: boolean;
}

const useStore = create<FormLook>(() => ({ showsOptional: false, showsHints: true }));

export function useFormLook(): FormLook {
  return useStore();
}

export function chooseFormLook(look: Partial<FormLook>): void {
  useStore.setState(look);
}
