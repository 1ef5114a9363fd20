import type { JournalNote, JournalPosition } from './frame.ts';

/** A stretch of a volume's frames that is read at once: about 4 MiB, or one longer frame. */
export interface Stretch {
  readonly begin: number;
  readonly end: number;
  /** The places in the journal before and after it. Frames it lacks between the two were compacted away. */
  readonly before: JournalNote;
  readonly after: JournalNote;
}

/** The stretches of a volume, from its first frame on. */
export interface Stretches {
  /** One more frame; `position` is the place after it, in bytes of the volume. */
  add(position: JournalPosition): void;
  /** States that what was left out at the end of the volume is behind it too. */
  endAt(after: JournalNote): void;
  all(): readonly Stretch[];
}

const STRETCH_BYTES = 4 * 1024 * 1024;

/** Gathers a volume's frames into stretches: from `start` on, or on from those that are `known`. */
export function createStretches(start: JournalPosition, known: readonly Stretch[] = []): Stretches {
  const stretches = [...known];

  function noteAt({ frames, head }: JournalNote): JournalNote {
    return { frames, head };
  }

  return {
    add(position) {
      const last = stretches.at(-1);
      if (last && position.bytes - last.begin <= STRETCH_BYTES) {
        stretches[stretches.length - 1] = {
          ...last,
          end: position.bytes,
          after: noteAt(position),
        };
        return;
      }
      stretches.push({
        begin: last?.end ?? start.bytes,
        end: position.bytes,
        before: last?.after ?? noteAt(start),
        after: noteAt(position),
      });
    },
    endAt(after) {
      const last = stretches.pop() ?? {
        begin: start.bytes,
        end: start.bytes,
        before: noteAt(start),
      };
      stretches.push({ ...last, after });
    },
    all: () => stretches,
  };
}
