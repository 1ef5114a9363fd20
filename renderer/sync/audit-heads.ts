import { z } from 'zod';
import type { Failure } from '#shared/core/failure.ts';
import { serverKeySchema } from '#shared/core/ids.ts';
import type { Identity } from '#shared/journal/journal-record.ts';
import type { AuditHead, TeamKeys } from '#shared/sync/team-api.ts';
import { auditHeadSchema, MAX_KNOWN_HEADS } from '#shared/sync/team-api.ts';
import type { SettingStore } from '../db/stores.ts';

/** The ends of the server's audit as this laptop saw them; without it the next one is taken as it comes. */
export const AUDIT_HEADS_SETTING = 'audit-heads';

const seenSchema = z.object({
  serverKey: serverKeySchema.nullable(),
  epoch: z.string(),
  // The last of each day, oldest first: a back-up is a day old, as a rule, and holds those of the days before.
  heads: z.array(z.object({ day: z.string(), head: auditHeadSchema })).min(1),
});

type Seen = z.infer<typeof seenSchema>;

/** The ends of the audit that the server is to show again; none where it is another server than theirs. */
export async function knownHeads(
  settings: SettingStore,
  identity: Pick<Identity, 'serverKey'>,
): Promise<readonly AuditHead[]> {
  const seen = await readSeen(settings, identity);
  return seen?.heads.map(({ head }) => head) ?? [];
}

/**
 * Holds the audit that the server shows against what this laptop saw of it, and keeps its end. Where it does not contain
 * that, the failure that says so: nothing new is kept then, so that it is told until a person accepts it. After a restore
 * the lines since the back-up are gone: that is told once, where those before it are still there.
 */
export async function watchAudit(
  settings: SettingStore,
  identity: Pick<Identity, 'serverKey'>,
  { epoch, audit, enrolments }: TeamKeys,
  nowMs: number,
): Promise<Failure | undefined> {
  // Who reads nobody's work is told of no audit; to everybody else an empty one is none at all.
  if (enrolments === undefined) return undefined;
  const seen = await readSeen(settings, identity);
  if (!seen && !audit) return undefined;
  const lost = seen?.heads.find(({ head }) => !isContained(head, audit));
  const kept = seen?.heads.filter(({ head }) => isContained(head, audit)) ?? [];
  const last = kept.at(-1)?.head.number ?? 0;
  const isRestored = epoch !== seen?.epoch && last > 0 && last < (lost?.head.number ?? 0);
  if (lost && !isRestored) return { kind: 'sync/audit-changed', number: lost.head.number };
  // A server from before this question shows nothing but its end: what was seen stays what it is held against.
  if (!audit || (kept.length > 0 && audit.known === undefined)) return undefined;
  const { number, hash } = audit;
  const day = new Date(nowMs).toISOString().slice(0, 10);
  const before = kept.filter((one) => one.day !== day);
  const heads = [...before, { day, head: { number, hash } }].slice(-MAX_KNOWN_HEADS);
  const next: Seen = { serverKey: identity.serverKey ?? null, epoch, heads };
  await settings.set(AUDIT_HEADS_SETTING, next as never);
  return lost ? { kind: 'sync/audit-restored', number: last } : undefined;
}

function isContained({ number, hash }: AuditHead, audit: TeamKeys['audit']): boolean {
  if (!audit || audit.number < number) return false;
  const shown = [...(audit.known ?? []), audit].find((one) => one.number === number);
  return shown ? shown.hash === hash : audit.known === undefined;
}

async function readSeen(
  settings: SettingStore,
  { serverKey }: Pick<Identity, 'serverKey'>,
): Promise<Seen | undefined> {
  const seen = seenSchema.safeParse(await settings.get(AUDIT_HEADS_SETTING)).data;
  return seen?.serverKey === (serverKey ?? null) ? seen : undefined;
}
