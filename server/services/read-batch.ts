import type { z } from 'zod';
import type { Failure, FailureOf } from '#shared/core/failure.ts';
import { sha256Hex } from '#shared/core/hash.ts';
import type { RecordId, Sha256 } from '#shared/core/ids.ts';
import { canonicalJson } from '#shared/core/json.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { Entry } from '#shared/records/entry.ts';
import { isEntrySize, sizedEntrySchema } from '#shared/records/entry.ts';
import { linkedRecord } from '#shared/rules/check-write.ts';

/**
 * An entry as it came: the number it stands for, the hash it says it follows (undefined where it says none), its
 * canonical JSON and hash, and what it says if it is well formed.
 */
export interface ReceivedEntry {
  readonly seq: number;
  readonly prev: unknown;
  readonly body: string;
  readonly hash: Sha256;
  readonly parsed: Result<Entry, Failure>;
}

/**
 * Reads the entries of a batch. One too broken to say its own number takes the place between its neighbours; a batch
 * in which no number can be read is no batch.
 */
export function readBatch(
  entries: readonly unknown[],
): Result<readonly ReceivedEntry[], FailureOf<'sync/bad-batch'>> {
  const seqs = entries.map((raw) => seqOf(raw));
  const anchor = seqs.findIndex((seq) => seq !== undefined);
  const first = (seqs[anchor] ?? 0) - Math.max(anchor, 0);
  if (entries.length > 0 && (anchor === -1 || first < 1)) {
    return err({ kind: 'sync/bad-batch', detail: 'entries without numbers' });
  }
  let next = first;
  return ok(
    entries.map((raw, index) => {
      const seq = seqs[index] ?? next;
      next = seq + 1;
      const body = canonicalJson(raw);
      const prev = member(raw, 'prev');
      return { seq, prev, body, hash: sha256Hex(body), parsed: parseEntry(raw, body) };
    }),
  );
}

/** The records whose states are needed to judge entries: those they are written to and those they point at. */
export function recordsNeeded(entries: readonly ReceivedEntry[]): readonly RecordId[] {
  const ids = entries.flatMap(({ parsed }) => {
    if (!parsed.ok) return [];
    const link = linkedRecord(parsed.value);
    return link === undefined ? [parsed.value.record] : [parsed.value.record, link];
  });
  return [...new Set(ids)];
}

/** What an entry says if it is well formed, else what is wrong with it; `body` is its canonical JSON. */
export function parseEntry(raw: unknown, body: string): Result<Entry, Failure> {
  const parsed = sizedEntrySchema.safeParse(raw);
  if (!parsed.success) return err(malformed(raw, parsed.error.issues[0]));
  return isEntrySize(body) ? ok(parsed.data) : err(malformed(raw, undefined));
}

function malformed(
  raw: unknown,
  issue: Pick<z.core.$ZodIssue, 'path' | 'code'> | undefined,
): Failure {
  const record = member(raw, 'record');
  return {
    kind: 'record/bad-answer',
    record: typeof record === 'string' ? record.slice(0, 100) : '',
    field: (issue?.path ?? []).join('.').slice(0, 200),
    problem: issue?.code ?? 'malformed',
  };
}

function seqOf(raw: unknown): number | undefined {
  const seq = member(raw, 'seq');
  return typeof seq === 'number' && Number.isSafeInteger(seq) && seq > 0 ? seq : undefined;
}

function member(raw: unknown, name: string): unknown {
  return typeof raw === 'object' && raw !== null && Object.hasOwn(raw, name)
    ? (raw as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
