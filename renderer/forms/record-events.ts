import type { Json } from '#shared/core/json.ts';
import type { Stamp } from '#shared/core/stamp.ts';
import { parseStamp } from '#shared/core/stamp.ts';
import type { Entry } from '#shared/records/entry.ts';
import type { RecordView, ReviewStatus } from '#shared/records/record.ts';
import { reviewStatuses, specialPaths } from '#shared/records/record.ts';

/** What was done to a record, as its history tells it. */
export type RecordEventKind =
  | { readonly is: 'made' }
  | { readonly is: 'changed'; readonly fields: readonly string[] }
  | { readonly is: 'sent-again'; readonly fields: readonly string[] }
  | { readonly is: Exclude<ReviewStatus, 'submitted'> }
  | { readonly is: 'flagged' | 'unflagged' | 'deleted' | 'restored' }
  | { readonly is: 'comment'; readonly field: string | undefined; readonly text: string };

/** One act with who did it and when, by the clock of the laptop it was done on. */
export interface RecordEvent {
  readonly id: string;
  readonly stamp: Stamp;
  readonly ms: number;
  readonly author: string;
  readonly why: string | undefined;
  readonly what: RecordEventKind;
}

/** The history of a record, oldest first: its entries and the comments on it. A comment that came with a step of review is that step's reason and not told twice. */
export function recordEvents(
  entries: readonly Entry[],
  comments: readonly RecordView[],
): readonly RecordEvent[] {
  const acts = entries.map((entry, i) => ({
    id: `${entry.feed} ${entry.seq}`,
    stamp: entry.stamp,
    ms: parseStamp(entry.stamp)?.ms ?? 0,
    author: entry.author,
    why: entry.why,
    what: kindOf(entry, i === 0),
  }));
  const reasons = new Set(acts.map(({ why }) => why));
  const words = comments
    .filter(
      ({ answers }) => answers['on_field'] !== undefined || !reasons.has(textOf(answers['text'])),
    )
    .map((comment) => ({
      id: comment.id,
      stamp: comment.createdAt,
      ms: parseStamp(comment.createdAt)?.ms ?? 0,
      author: comment.owner,
      why: undefined,
      what: {
        is: 'comment' as const,
        field: textOf(comment.answers['on_field']),
        text: textOf(comment.answers['text']) ?? '',
      },
    }));
  return [...acts, ...words].toSorted((a, b) => (a.stamp < b.stamp ? -1 : 1));
}

function kindOf(entry: Entry, isFirst: boolean): RecordEventKind {
  if (isFirst) return { is: 'made' };
  const { set } = entry;
  if (Object.hasOwn(set, specialPaths.deleted)) {
    return { is: set[specialPaths.deleted] === true ? 'deleted' : 'restored' };
  }
  const special: ReadonlySet<string> = new Set(Object.values(specialPaths));
  const fields = Object.keys(set).filter((path) => !special.has(path) && !path.startsWith('@'));
  const step = reviewStatuses.find((status) => status === set[specialPaths.reviewStatus]);
  if (step === 'submitted') return { is: 'sent-again', fields };
  if (step !== undefined) return { is: step };
  if (fields.length === 0 && Object.hasOwn(set, specialPaths.reviewFlag)) {
    return { is: set[specialPaths.reviewFlag] === true ? 'flagged' : 'unflagged' };
  }
  return { is: 'changed', fields };
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
