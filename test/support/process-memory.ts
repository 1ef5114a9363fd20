import { randomInt } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';

/** A process of a browser: `kind` as Chromium names it (`browser`, `renderer`, `gpu-process`, `utility`, …), or `main` for the host double's. */
interface BrowserProcess {
  readonly pid: number;
  readonly kind: string;
}

/** What was found in the memory of a browser's processes. */
export interface MemoryFindings {
  /** Markers that stand there, by the kind of the process. */
  readonly byKind: Readonly<Record<string, readonly string[]>>;
  readonly processes: number;
  readonly bytes: number;
}

const STRIDE = 4 * 1024 * 1024;
/** Longer than a marker in UTF-16, so that none hides between two reads. */
const OVERLAP = 256;

const letters = 'abcdefghijkmnopqrstuvwxyz';
const BEGINNING = 8;

/** Words that stand nowhere by chance; they begin alike, so that one look through gigabytes finds all of them. */
export function makeMarkers(count: number): readonly string[] {
  const beginning = word(BEGINNING);
  return Array.from({ length: count }, () => beginning + word(10));
}

function word(length: number): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join('');
}

function commonBeginning([first = '', ...others]: readonly string[]): string {
  const beginning = first.slice(0, BEGINNING);
  if (!others.every((marker) => marker.startsWith(beginning))) throw new Error('no such markers');
  return beginning;
}

/** Why memory cannot be searched here; undefined where it can. */
export function noMemorySearch(): string | undefined {
  if (process.platform !== 'linux')
    return 'the memory of processes is read from /proc, which only Linux has';
  try {
    closeSync(openSync(`/proc/${process.ppid}/mem`, 'r'));
    return undefined;
  } catch {
    return 'this system does not let the memory of another process be read (ptrace_scope, or not root)';
  }
}

/** Searches what is writable in the memory of every process of the browsers whose command line has `sign`, for markers of `makeMarkers` in UTF-8 and UTF-16. */
export function searchMemory(sign: string, markers: readonly string[]): MemoryFindings {
  const found = new Map<string, Set<string>>();
  const processes = processesOf(sign);
  let bytes = 0;
  for (const { pid, kind } of processes) {
    const seen = found.get(kind) ?? new Set();
    found.set(kind, seen);
    bytes += searchProcess(pid, markers, seen);
  }
  const byKind = [...found].flatMap(([kind, seen]) =>
    seen.size > 0 ? [[kind, [...seen]] as const] : [],
  );
  return { byKind: Object.fromEntries(byKind), processes: processes.length, bytes };
}

/**
 * The kinds of process that remember what they should not. In the browser's own, memory that it let go of is not wiped before it is used again, so one
 * marker may be left there by chance; what is kept there is kept with all its words.
 */
export function whoRemembers({ byKind }: MemoryFindings): readonly string[] {
  return Object.entries(byKind).flatMap(([kind, found]) =>
    found.length > (kind === 'browser' ? 1 : 0) ? [kind] : [],
  );
}

function processesOf(sign: string): readonly BrowserProcess[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)));
  const ours = new Set(all.filter(({ words }) => words.includes(sign)).map(({ pid }) => pid));
  for (let before = 0; before !== ours.size;) {
    before = ours.size;
    for (const { pid, parent } of all) if (ours.has(parent)) ours.add(pid);
  }
  return all
    .filter(({ pid }) => ours.has(pid))
    .map(({ pid, words }) => ({ pid, kind: kindOf(words) }));
}

function kindOf(words: string): string {
  if (words.includes('host-double')) return 'main';
  return /--type=([\w-]+)/.exec(words)?.[1] ?? 'browser';
}

function readProcess(pid: number) {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    const parent = Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
    return [{ pid, words, parent }];
  } catch {
    // It ended meanwhile.
    return [];
  }
}

function searchProcess(pid: number, markers: readonly string[], seen: Set<string>): number {
  const needles = (['utf8', 'utf16le'] as const).map((as) => ({
    beginning: Buffer.from(commonBeginning(markers), as),
    whole: markers.map((marker) => ({ marker, bytes: Buffer.from(marker, as) })),
  }));
  let total = 0;
  let memory: number;
  let maps: string;
  try {
    maps = readFileSync(`/proc/${pid}/maps`, 'utf8');
    memory = openSync(`/proc/${pid}/mem`, 'r');
  } catch {
    return 0;
  }
  const chunk = Buffer.alloc(STRIDE + OVERLAP);
  for (const line of maps.split('\n')) {
    const area = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line);
    if (!area) continue;
    const [from, to] = [Number.parseInt(area[1] ?? '', 16), Number.parseInt(area[2] ?? '', 16)];
    for (let at = from; at < to; at += STRIDE) {
      const count = readAt(memory, chunk, at, Math.min(STRIDE + OVERLAP, to - at));
      total += count;
      const read = chunk.subarray(0, count);
      for (const { beginning, whole } of needles) {
        for (let place = read.indexOf(beginning); place >= 0;) {
          for (const { marker, bytes } of whole) {
            if (bytes.equals(read.subarray(place, place + bytes.length))) seen.add(marker);
          }
          place = read.indexOf(beginning, place + 1);
        }
      }
    }
  }
  closeSync(memory);
  return total;
}

// Pages that were never touched, or are the graphics driver's, cannot be read.
function readAt(memory: number, into: Buffer, at: number, length: number): number {
  try {
    return readSync(memory, into, 0, length, at);
  } catch {
    return 0;
  }
}
