import type { Sha256 } from '#shared/core/ids.ts';
import { ok } from '#shared/core/result.ts';
import type { Desktop } from '#shared/desktop/contract.ts';
import type { ActIndex } from './act-index.ts';
import type { JournalWriter } from './journal-writer.ts';
import { unnamedPhotos } from './named-photos.ts';

/** Takes photos away that nothing names any more. */
export interface PhotoDropper {
  /** Something ended that may have named photos: they are looked for in a while. */
  lookSoon(): void;
  /** Does what must not run while a photo is taken away. */
  inTurn<T>(act: () => Promise<T>): Promise<T>;
  close(): void;
}

/**
 * A photo goes when nothing has named it at two looks, one `betweenMs` after the other. What is typed, and what undoing would bring back, is on
 * the disk a second after the last key; a message with which a discarded draft is brought back stays for eight. The bytes go first,
 * then the journal says so: cut off between the two, the next start does it again.
 */
export function createPhotoDropper(
  desktop: Desktop,
  writer: JournalWriter,
  index: Pick<ActIndex, 'read' | 'isBehind'>,
  betweenMs: number,
): PhotoDropper {
  let seen: ReadonlySet<Sha256> = new Set();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  function lookSoon(): void {
    if (isClosed) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      // An index without an answer is repaired by itself; the next end of something looks again.
      void look().catch(() => undefined);
    }, betweenMs);
  }

  async function look(): Promise<void> {
    if (isClosed) return;
    const unnamed = await find();
    const isFirst = unnamed.some((sha256) => !seen.has(sha256));
    if (unnamed.some((sha256) => seen.has(sha256))) await inTurn(drop);
    seen = new Set(unnamed);
    if (isFirst) lookSoon();
  }

  async function find(): Promise<readonly Sha256[]> {
    // What the index lacks may name one.
    if (index.isBehind()) return [];
    return (await index.read(unnamedPhotos)).map(({ sha256 }) => sha256);
  }

  async function drop(): Promise<void> {
    const gone: Sha256[] = [];
    // Between two acts: what was typed before is in the index.
    await writer.alone(async () => {
      for (const sha256 of await find()) {
        if (!seen.has(sha256)) continue;
        const removed = await desktop.call('photo.remove', { sha256 });
        if (removed.ok) gone.push(sha256);
      }
    });
    if (gone.length === 0) return;
    const records = gone.map((sha256) => ({ is: 'photo-dropped', sha256 }) as const);
    await writer.act<null>(async () => ok({ frames: [records], answer: null }));
  }

  function inTurn<T>(act: () => Promise<T>): Promise<T> {
    const done = turn.then(act);
    turn = done.catch(() => undefined);
    return done;
  }

  return {
    lookSoon,
    inTurn,
    close() {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}
