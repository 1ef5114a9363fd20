import { z } from 'zod';
import { sha256Hex } from '#shared/core/hash.ts';
import type { PersonId, ProjectId, Sha256 } from '#shared/core/ids.ts';
import { personIdSchema, projectIdSchema, sha256Schema } from '#shared/core/ids.ts';
import { canonicalJson } from '#shared/core/json.ts';
import { appendAuditLine, lockAudit, readLastAudit } from '../store/audit-store.ts';
import type { Database, Tx } from '../store/database.ts';
import { inTransaction } from '../store/transaction.ts';

/** The chain of what belongs to no project: tries to sign in with names that nobody has. */
export const SERVER_AUDIT = '_server' as ProjectId;

/** What is kept in the audit: people's and laptops' coming and going, what left the server, and changes of registers. Never what was surveyed. */
export const auditActions = [
  'sign-in',
  'sign-in-refused',
  'sign-out',
  'session-renewed',
  'code-made',
  'code-withdrawn',
  'code-used',
  'device-registered',
  'device-barred',
  'recovery-keys-set',
  'account-added',
  'account-ended',
  'team-changed',
  'password-reset',
  'export',
  'bundle-taken',
  'register-changed',
] as const;
/** One of them. */
export type AuditAction = (typeof auditActions)[number];

/** What happened, before it has its place in the chain; `by` is null for the command line. */
export interface AuditEvent {
  readonly action: AuditAction;
  readonly by: PersonId | null;
  /** What it was done to: a person, a key, a feed, a file's kind. */
  readonly to?: string;
  readonly detail?: Readonly<Record<string, string | number | boolean>>;
}

/** A line of the audit as it lies in an export: `hash` is of the canonical JSON of all the rest. */
export interface AuditLine extends AuditEvent {
  readonly project: ProjectId;
  readonly number: number;
  readonly at: string;
  readonly prev: Sha256 | null;
  readonly hash: Sha256;
}

const lineSchema = z.strictObject({
  action: z.enum(auditActions),
  by: personIdSchema.nullable(),
  to: z.exactOptional(z.string()),
  detail: z.exactOptional(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))),
  project: projectIdSchema,
  number: z.int().positive(),
  at: z.iso.datetime(),
  prev: sha256Schema.nullable(),
  hash: sha256Schema,
});

/** What lines are added with. */
export interface AuditDeps {
  readonly db: Database;
  readonly nowMs: () => number;
}

/** Adds a line of its own. */
export async function noteAudit(
  deps: AuditDeps,
  project: ProjectId,
  event: AuditEvent,
): Promise<void> {
  await inTransaction(deps.db, async (tx) => noteAuditIn(tx, deps, project, event));
}

/** Adds a line in the transaction of what it tells: both are durable, or none. */
export async function noteAuditIn(
  tx: Tx,
  { nowMs }: Pick<AuditDeps, 'nowMs'>,
  project: ProjectId,
  event: AuditEvent,
): Promise<void> {
  await lockAudit(tx, project);
  const last = await readLastAudit(tx, project);
  const at = new Date(nowMs()).toISOString();
  const rest = { ...event, project, number: (last?.number ?? 0) + 1, at, prev: last?.hash ?? null };
  const body = canonicalJson(rest);
  await appendAuditLine(tx, { project, number: rest.number, hash: sha256Hex(body), body });
}

/** What is wrong with a chain of lines, by the number where it shows; `last` is where a sound one ends. */
export type AuditVerdict =
  | { readonly isWhole: true; readonly last: Pick<AuditLine, 'number' | 'hash'> | undefined }
  | { readonly isWhole: false; readonly number: number; readonly problem: string };

/**
 * Follows the lines of one project from the first on. `known`: a head that was written down or lies on a laptop: a chain that was made anew
 * as a whole does not come past it.
 */
export async function verifyAudit(
  lines: AsyncIterable<unknown>,
  known?: Pick<AuditLine, 'number' | 'hash'>,
): Promise<AuditVerdict> {
  let last: AuditLine | undefined;
  for await (const raw of lines) {
    const number = (last?.number ?? 0) + 1;
    const parsed = lineSchema.safeParse(raw);
    if (!parsed.success) return { isWhole: false, number, problem: 'not a line of an audit' };
    const line = parsed.data as AuditLine;
    const { hash, ...rest } = line;
    const problem =
      line.number !== number
        ? 'a line is missing or stands elsewhere'
        : line.prev !== (last?.hash ?? null) || line.project !== (last?.project ?? line.project)
          ? 'not chained to the line before'
          : sha256Hex(canonicalJson(rest)) === hash
            ? undefined
            : 'changed after it was written';
    if (problem !== undefined) return { isWhole: false, number, problem };
    if (known?.number === number && known.hash !== hash) {
      return { isWhole: false, number, problem: 'not the line that was known' };
    }
    last = line;
  }
  if (known && (last?.number ?? 0) < known.number) {
    return {
      isWhole: false,
      number: known.number,
      problem: 'cut off before the line that was known',
    };
  }
  return { isWhole: true, last };
}
