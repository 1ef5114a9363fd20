import type { RecordId } from '#shared/core/ids.ts';
import type { Entry } from '#shared/records/entry.ts';

/** An act that the app called saved, by the text that only this act wrote. */
export interface Promised {
  readonly text: string;
  /** Which laptop must have it; undefined where that one was put back to a day before it, and the server has it. */
  readonly laptop: number | undefined;
  readonly record: RecordId;
}

/** What was promised to people, and what they have made. */
export interface Ledger {
  readonly records: RecordId[];
  readonly saved: Map<string, Promised>;
  /** Texts that a person said a second time: they finished a draft that came back when their laptop was put back. */
  readonly again: Set<string>;
  /** Texts of drafts that were finished. */
  readonly finished: Set<string>;
  /** Drafts that were called saved, by laptop and record: the newest text of each. */
  readonly drafts: Map<
    string,
    { readonly laptop: number; readonly record: RecordId; readonly text: string }
  >;
  /** A text that nothing else says. */
  nextText(): string;
}

/** A ledger in which nothing is promised yet. */
export function createLedger(): Ledger {
  let texts = 0;
  return {
    records: [],
    saved: new Map(),
    again: new Set(),
    finished: new Set(),
    drafts: new Map(),
    nextText() {
      texts += 1;
      return `text ${texts}.`;
    },
  };
}

/** All texts of acts that an entry says, whether as a value or as its reason. */
export function textsOf(entry: Pick<Entry, 'set' | 'why'>): readonly string[] {
  return [...Object.values(entry.set), entry.why ?? null].filter(
    (value) => typeof value === 'string' && value.startsWith('text '),
  ) as string[];
}
