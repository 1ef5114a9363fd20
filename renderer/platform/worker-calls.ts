import type { DesktopCalls } from '#shared/desktop/contract.ts';

/** The calls that the journal's worker answers, as the contract has them, and how long the journal is. */
export type WorkerCalls = Pick<
  DesktopCalls,
  | `vault.${'list' | 'open' | 'write' | 'seal' | 'discard-unsealed' | 'lock'}`
  | `journal.${'open' | 'read' | 'append'}`
  | `photo.${'put' | 'get' | 'remove'}`
  | `copy.${'open' | 'read' | 'photo'}`
> & { readonly 'journal.bytes': { readonly input: null; readonly output: number } };

export type WorkerChannel = keyof WorkerCalls;

/** A call on its way to the worker. */
export interface WorkerQuestion {
  readonly id: number;
  readonly channel: WorkerChannel;
  readonly input: unknown;
}

/** Its answer; `thrown` is the message of an error nobody foresaw. */
export interface WorkerAnswer {
  readonly id: number;
  readonly output: unknown;
  readonly thrown: string | null;
}
