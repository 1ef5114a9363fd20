import type { Failure } from '#shared/core/failure.ts';
import type { PersonId, RecordId } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import { isFarAhead } from '#shared/core/stamp.ts';
import type { Entry } from '#shared/records/entry.ts';
import { foldEntry } from '#shared/records/fold.ts';
import type { RecordView } from '#shared/records/record.ts';
import { viewRecord } from '#shared/records/record.ts';
import type { LinkedRecord, Writer } from '#shared/rules/check-write.ts';
import { checkWrite, linkedRecord } from '#shared/rules/check-write.ts';
import type { HeldRecord } from '../store/record-store.ts';
import type { ReceivedEntry } from './read-batch.ts';

/** Whether an entry's answers fit its form; `before` is the record it is written to, undefined where it makes one. */
export type AnswerCheck = (entry: Entry, before: RecordView | undefined) => Failure | undefined;

/** What one entry is judged against. */
export interface EntryContext {
  readonly writer: Writer;
  readonly find: (id: RecordId) => HeldRecord | undefined;
  readonly checkAnswers: AnswerCheck;
  /** Why nothing of its author is taken any more. */
  readonly refusal: Failure | undefined;
  readonly nowMs: number;
}

/** An entry that may be stored, and the record as it is after it. */
export interface Acceptance {
  readonly entry: Entry;
  readonly after: HeldRecord;
}

/** Judges an entry that follows the one before it in its feed: shape, author, answers, rights, in this order. */
export function judgeEntry(
  context: EntryContext,
  { parsed }: ReceivedEntry,
): Result<Acceptance, Failure> {
  if (!parsed.ok) return parsed;
  const entry = parsed.value;
  const held = context.find(entry.record);
  const before = held && viewRecord(held.state);
  const failure =
    context.refusal ??
    checkAuthor(context.writer, entry) ??
    checkTime(context.nowMs, entry) ??
    context.checkAnswers(entry, before) ??
    checkWrite(context.writer, entry, before, (id) => findLinked(context, id));
  return failure ? err(failure) : ok(takeEntry(context, entry));
}

/**
 * Takes again what was taken before a restore, and refuses what was refused: what is known of the record may be less than
 * then, or more. Its author must still be the one who sends it.
 */
export function judgeCovered(
  context: EntryContext,
  received: ReceivedEntry,
  wasRefused: boolean,
): Result<Acceptance, Failure> {
  const { parsed } = received;
  if (!parsed.ok || parsed.value.author !== context.writer.person) {
    return judgeEntry(context, received);
  }
  if (!wasRefused) return ok(takeEntry(context, parsed.value));
  const again = judgeEntry(context, received);
  return again.ok ? err({ kind: 'record/refused-before', record: parsed.value.record }) : again;
}

function takeEntry(context: EntryContext, entry: Entry): Acceptance {
  const held = context.find(entry.record);
  const state = foldEntry(held?.state, entry);
  // What came before the making of a record was taken for its author's own.
  const isMadeLate = held !== undefined && state.created.author !== held.state.created.author;
  const known = isMadeLate ? state.created.author : held?.reader;
  const reader = ownerOfSubject(context, entry) ?? known ?? entry.author;
  return { entry, after: { state, reader } };
}

function checkAuthor(writer: Writer, entry: Entry): Failure | undefined {
  return entry.author === writer.person
    ? undefined
    : { kind: 'account/other-person', person: entry.author };
}

function checkTime(nowMs: number, entry: Entry): Failure | undefined {
  return isFarAhead(entry.stamp, nowMs)
    ? { kind: 'record/clock-ahead', record: entry.record }
    : undefined;
}

function findLinked(context: EntryContext, id: RecordId): LinkedRecord | undefined {
  const state = context.find(id)?.state;
  return state && { kind: state.kind, owner: state.created.author };
}

/** Whose record a comment is about: they read it, whoever wrote it. */
function ownerOfSubject(context: EntryContext, entry: Entry): PersonId | undefined {
  const about = entry.kind === 'comment' ? linkedRecord(entry) : undefined;
  return about === undefined ? undefined : findLinked(context, about)?.owner;
}
