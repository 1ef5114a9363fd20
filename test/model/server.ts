import type { Failure } from '#shared/core/failure.ts';
import type { PersonId, ProjectId } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import type { Entry } from '#shared/records/entry.ts';
import type { Role } from '#shared/records/role.ts';
import type { PushResponse } from '#shared/sync/http-api.ts';
import type { Transport } from '../../renderer/sync/http-transport.ts';
import type { Account } from '../../server/store/account-store.ts';

/** Those who take part, each with one account. */
export const people = ['surveyor1', 'surveyor2', 'supervisor1', 'secretariat1'] as const;
/** One of them. */
export type Person = (typeof people)[number];

/** What a server holds, as the invariants look at it. */
export interface ServerContents {
  readonly epoch: string;
  /** Accepted entries, in the order in which they became visible. */
  readonly log: readonly Entry[];
  readonly refused: readonly {
    readonly seq: number;
    readonly isInChain: boolean;
    readonly body: string;
  }[];
  /** How far each feed has come. */
  readonly feeds: ReadonlyMap<string, { readonly seq: number; readonly hash: string }>;
}

/** The server of a schedule: the one in memory, or the real one over a database. */
export interface Server {
  /** The way of one laptop to it, with a session of its own. */
  transport(): Transport;
  /** Takes in a batch that came on a stick, in the name of whose feed it is: by the function that takes a push. */
  ingest(person: Person, batch: Uint8Array): Promise<Result<PushResponse, Failure>>;
  contents(): Promise<ServerContents>;
  /** What a back-up of now would hold; `restore` goes back to one, under a new epoch. */
  backUp(): Promise<unknown>;
  restore(backup: unknown): Promise<void>;
  /** Runs exchanges that end with the server killed before anything of them was durable. */
  loseCommits(run: () => Promise<unknown>): Promise<void>;
}

/** The project of all schedules. */
export const project = 'sample' as ProjectId;

/** The account of a person. */
export function accountOf(person: Person): Account {
  const names = { project, projectName: 'sample', isSample: true };
  const who = { account: person, person: person as string as PersonId };
  return { ...names, ...who, role: roleOf(person), team: null };
}

/** The role of a person, which is their name without its number. */
export function roleOf(person: Person): Role {
  return person.slice(0, -1) as Role;
}
