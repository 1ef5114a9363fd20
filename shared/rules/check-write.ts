import type { Failure } from '../core/failure.ts';
import type { PersonId, RecordId } from '../core/ids.ts';
import type { Json } from '../core/json.ts';
import { isSurveyFormId } from '../forms/definitions/catalogue.ts';
import type { Entry } from '../records/entry.ts';
import type { RecordView, ReviewStatus } from '../records/record.ts';
import { reviewStatuses, specialPaths } from '../records/record.ts';
import type { Role } from '../records/role.ts';
import type { Reach } from './permissions.ts';
import { writeReach } from './permissions.ts';
import { checkReviewStep } from './review.ts';
import type { Whose } from './survey-rights.ts';
import { surveyRights } from './survey-rights.ts';

/** Who wants to write. */
export interface Writer {
  readonly person: PersonId;
  readonly role: Role;
  /** The people of their team; undefined where they are in none: then a role that reaches a team spans the project. */
  readonly team?: ReadonlySet<PersonId> | undefined;
}

/** What is known of another record that a write points at: a price's visit, a comment's record. */
export interface LinkedRecord {
  readonly kind: string;
  readonly owner: PersonId;
}

/** The part of an entry that rights depend on. */
export type Write = Pick<Entry, 'record' | 'kind' | 'set' | 'why'>;

/**
 * Whether a writer may make this write to a record as it is now (`before`: undefined where it does not exist yet).
 * Undefined where they may, else the failure that says why not. `findLinked` answers undefined for a record that is
 * not known: entries of several feeds may arrive in any order.
 */
export function checkWrite(
  writer: Writer,
  write: Write,
  before: RecordView | undefined,
  findLinked: (record: RecordId) => LinkedRecord | undefined,
): Failure | undefined {
  const reach = writeReach(writer.role, write.kind);
  if (reach === 'none') return { kind: 'account/not-allowed' };
  const whose = before === undefined ? 'own' : whoseIs(writer, before.owner);
  if (!isReached(reach, whose)) return { kind: 'record/not-yours', record: write.record };
  return (
    checkIdentity(write, before) ??
    checkLinks(writer, write, findLinked) ??
    (isSurveyFormId(write.kind) ? checkSurveyWrite(writer, write, before, whose) : undefined)
  );
}

/** The record that a write points at: the visit it belongs to, or what a comment is about. */
export function linkedRecord(write: Pick<Entry, 'kind' | 'set'>): RecordId | undefined {
  const link = write.set[write.kind === 'comment' ? 'on_record' : specialPaths.visit];
  return typeof link === 'string' ? (link as RecordId) : undefined;
}

function checkIdentity(write: Write, before: RecordView | undefined): Failure | undefined {
  const slash = write.record.indexOf('/');
  const named = slash === -1 ? write.kind : write.record.slice(0, slash);
  const isSame = named === write.kind && (before === undefined || before.kind === write.kind);
  return isSame ? undefined : badAnswer(write, 'kind', 'other-kind');
}

function checkLinks(
  writer: Writer,
  write: Write,
  findLinked: (record: RecordId) => LinkedRecord | undefined,
): Failure | undefined {
  const link = linkedRecord(write);
  const linked = link === undefined ? undefined : findLinked(link);
  if (link === undefined || linked === undefined || !isSurveyFormId(linked.kind)) return undefined;
  return isReached(writeReach(writer.role, linked.kind), whoseIs(writer, linked.owner))
    ? undefined
    : { kind: 'record/not-yours', record: link };
}

/** Whose a record of `owner` is to a writer. */
export function whoseIs({ person, team }: Pick<Writer, 'person' | 'team'>, owner: PersonId): Whose {
  if (owner === person) return 'own';
  return team === undefined || team.has(owner) ? 'team' : 'other';
}

function isReached(reach: Reach, whose: Whose): boolean {
  if (whose === 'own' || reach === 'any') return true;
  return reach === 'team' && whose === 'team';
}

function checkSurveyWrite(
  writer: Writer,
  write: Write,
  before: RecordView | undefined,
  whose: Whose,
): Failure | undefined {
  const from = before?.review ?? 'none';
  const rights = surveyRights[writer.role][whose][from];
  if (Object.hasOwn(write.set, specialPaths.reviewFlag) && !rights.includes('flag')) {
    return { kind: 'account/not-allowed' };
  }
  // A record whose making was refused, and which its author then takes back, was never finished here.
  const isTakenBack = from === 'none' && write.set[specialPaths.deleted] === true;
  const isStep = Object.hasOwn(write.set, specialPaths.reviewStatus) || from === 'none';
  if (isStep && !isTakenBack) {
    const to = write.set[specialPaths.reviewStatus];
    if (!isReviewStatus(to)) return badAnswer(write, specialPaths.reviewStatus, 'no-such-step');
    const step = checkReviewStep(writer.role, write.record, from, to, whose);
    if (!step.ok) return step.error;
  }
  const isSaid = (write.why ?? '').trim() !== '';
  const changes = changesOf(write);
  if (changes.some((action) => !rights.includes(action))) {
    return { kind: 'record/review-step', record: write.record, from, to: 'submitted' };
  }
  return changes.length === 0 || isSaid || rights.includes('change-unsaid')
    ? undefined
    : badAnswer(write, 'why', 'required');
}

const reviewPaths: ReadonlySet<string> = new Set([
  specialPaths.reviewStatus,
  specialPaths.reviewFlag,
]);

function changesOf(write: Write): readonly ('change' | 'delete')[] {
  const paths = Object.keys(write.set).filter(
    (path) => !reviewPaths.has(path) && !path.startsWith('@remark/'),
  );
  const isDeleted = paths.includes(specialPaths.deleted);
  const isChanged = paths.some((path) => path !== specialPaths.deleted);
  return [...(isChanged ? (['change'] as const) : []), ...(isDeleted ? (['delete'] as const) : [])];
}

function isReviewStatus(value: Json | undefined): value is ReviewStatus {
  return reviewStatuses.some((status) => status === value);
}

function badAnswer(write: Write, field: string, problem: string): Failure {
  return { kind: 'record/bad-answer', record: write.record, field, problem };
}
