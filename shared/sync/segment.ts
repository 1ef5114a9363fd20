import { z } from 'zod';
import type { FailureOf } from '../core/failure.ts';
import { sha256Hex } from '../core/hash.ts';
import type { FeedId, ProjectId, Sha256 } from '../core/ids.ts';
import { feedIdSchema, projectIdSchema, sha256Schema } from '../core/ids.ts';
import type { Json } from '../core/json.ts';
import { canonicalJson, isTooDeep } from '../core/json.ts';
import type { Result } from '../core/result.ts';
import { err, ok } from '../core/result.ts';
import type { Stamp } from '../core/stamp.ts';
import { formatStamp, MAX_COUNTER, MAX_STAMP_MS, parseStamp } from '../core/stamp.ts';
import type { Entry, Path } from '../records/entry.ts';
import { feedGenesis, MAX_PATHS } from '../records/entry.ts';
import type { Column, SparseColumn } from './column.ts';
import { packColumn, packSparse, readColumn, readSparse } from './column.ts';
import { MAX_BATCH_ENTRIES, MAX_SEGMENT_ENTRY_SIZE } from './http-api.ts';

/** An entry with its hash, and how many characters its canonical JSON has. */
export interface HashedEntry {
  readonly entry: Entry;
  readonly hash: Sha256;
  readonly size: number;
}

/** An entry with what a segment needs of it. */
export function hashForSegment(entry: Entry): HashedEntry {
  const body = canonicalJson(entry);
  return { entry, hash: sha256Hex(body), size: body.length };
}

/**
 * Entries of one feed, each following the one before it, with what a segment needs of them. The hash of each is what the next
 * says of it: only the last is hashed.
 */
export function hashFeedForSegment(entries: readonly Entry[]): readonly HashedEntry[] {
  return entries.map((entry, at) => {
    const next = entries[at + 1];
    return next
      ? { entry, hash: next.prev, size: canonicalJson(entry).length }
      : hashForSegment(entry);
  });
}

/** An entry as it came out of a segment: its members are not looked at, but for those that place it in its feed. */
export interface SegmentEntry {
  readonly raw: Readonly<Record<string, Json>>;
  readonly seq: number;
  readonly prev: Sha256;
  /** Its canonical JSON, and the hash of it. */
  readonly body: string;
  readonly hash: Sha256;
}

/** What a segment carries. */
export interface Segment {
  readonly project: ProjectId;
  readonly entries: readonly SegmentEntry[];
}

/**
 * A segment before compression: entries by column. What a reader can compute does not travel: a number that follows
 * the one before it in its feed, the hash of an entry that is there, the feed in a stamp, the name of a path that was
 * named before. `runs`: which feed how many entries are of; `seqs`, `prevs`: the places where a number or hash is not
 * the one that follows; `times`: milliseconds of the stamps, each as the difference to the one before.
 */
interface Layout {
  readonly segment: 1;
  readonly project: ProjectId;
  readonly feeds: readonly FeedId[];
  readonly runs: readonly (readonly [feed: number, count: number])[];
  readonly seqs: readonly (readonly [at: number, seq: number])[];
  readonly prevs: readonly (readonly [at: number, prev: Sha256])[];
  readonly times: readonly number[];
  readonly counters: Column;
  readonly members: Readonly<Record<(typeof plainMembers)[number], Column>>;
  readonly why: SparseColumn;
  readonly base: Column;
  readonly set: readonly (readonly [path: Path, column: SparseColumn])[];
}

const plainMembers = ['author', 'record', 'kind', 'form'] as const;

/** Lays entries out as the text of a segment: feeds in any mixture, each in `seq` order. */
export function layOutSegment(project: ProjectId, hashed: readonly HashedEntry[]): string {
  const entries = hashed.map(({ entry }) => entry);
  const stamps = entries.map(({ stamp }) => stampParts(stamp));
  const paths = [...new Set(entries.flatMap(({ set }) => Object.keys(set)))].toSorted();
  const layout: Layout = {
    segment: 1,
    project,
    ...layOutFeeds(hashed),
    times: stamps.map(({ ms }, at) => ms - (stamps[at - 1]?.ms ?? 0)),
    counters: packColumn(stamps.map(({ counter }) => counter)),
    members: {
      author: packColumn(entries.map(({ author }) => author)),
      record: packColumn(entries.map(({ record }) => record)),
      kind: packColumn(entries.map(({ kind }) => kind)),
      form: packColumn(entries.map(({ form }) => form)),
    },
    why: packSparse(entries.map(({ why }) => why)),
    base: packColumn(entries.map(layOutBase)),
    set: paths.map((path) => [
      path,
      packSparse(entries.map(({ set }) => (Object.hasOwn(set, path) ? set[path] : undefined))),
    ]),
  };
  return JSON.stringify(layout);
}

function layOutFeeds(
  hashed: readonly HashedEntry[],
): Pick<Layout, 'feeds' | 'runs' | 'seqs' | 'prevs'> {
  const feeds = [...new Set(hashed.map(({ entry }) => entry.feed))];
  const runs: [number, number][] = [];
  const seqs: [number, number][] = [];
  const prevs: [number, Sha256][] = [];
  const heads = createHeads();
  for (const [at, { entry, hash }] of hashed.entries()) {
    const { feed, seq, prev } = entry;
    const place = feeds.indexOf(feed);
    const run = runs.at(-1);
    if (run?.[0] === place) run[1] += 1;
    else runs.push([place, 1]);
    const head = heads.of(feed);
    if (seq !== head.seq + 1) seqs.push([at, seq]);
    if (prev !== head.hash) prevs.push([at, prev]);
    heads.move(feed, seq, hash);
  }
  return { feeds, runs, seqs, prevs };
}

/** Where each feed stands while a segment is written or read; before its first entry as if it began there. */
function createHeads() {
  const heads = new Map<FeedId, { readonly seq: number; readonly hash: Sha256 }>();
  return {
    of: (feed: FeedId) => heads.get(feed) ?? { seq: 0, hash: feedGenesis(feed) },
    move: (feed: FeedId, seq: number, hash: Sha256) => void heads.set(feed, { seq, hash }),
  };
}

function stampParts(stamp: Stamp) {
  const parts = parseStamp(stamp);
  if (!parts) throw new Error(`an entry with the stamp ${stamp}`);
  return parts;
}

/** The base as it travels: nothing, the one list that all paths share, or what it is. */
function layOutBase({ set, base }: Entry): Json {
  const paths = Object.keys(base);
  const [first] = paths;
  if (first === undefined) return 0;
  const shared = canonicalJson(base[first]);
  const isShared =
    paths.length === Object.keys(set).length &&
    paths.every((path) => Object.hasOwn(set, path) && canonicalJson(base[path]) === shared);
  return isShared ? (base[first] ?? []) : base;
}

function readBase(base: Json, set: Readonly<Record<Path, Json>>): Json {
  if (base === 0) return {};
  return Array.isArray(base)
    ? Object.fromEntries(Object.keys(set).map((path) => [path, base]))
    : base;
}

const place = z.int().nonnegative().max(MAX_BATCH_ENTRIES);
const frameSchema = z.strictObject({
  segment: z.literal(1),
  project: projectIdSchema,
  feeds: z.array(feedIdSchema).max(MAX_BATCH_ENTRIES),
  runs: z.array(z.tuple([place, place.min(1)])),
  seqs: z.array(z.tuple([place, z.int().positive()])),
  prevs: z.array(z.tuple([place, sha256Schema])),
  times: z.array(z.int()).max(MAX_BATCH_ENTRIES),
  counters: z.unknown(),
  members: z.strictObject({
    author: z.unknown(),
    record: z.unknown(),
    kind: z.unknown(),
    form: z.unknown(),
  }),
  why: z.unknown(),
  base: z.unknown(),
  set: z.array(z.tuple([z.string(), z.unknown()])),
});

type Frame = z.infer<typeof frameSchema>;

/**
 * Reads the text of a segment from outside. Fails with `sync/bad-batch` where it is none, or carries more than a
 * segment may: 500 entries, 300 paths each, a million characters of canonical JSON. The members of the entries are not looked at.
 * `hashOf`: the host's own SHA-256 of a text, where it has a faster one.
 */
export function readSegment(
  text: string,
  hashOf: (body: string) => Sha256 = sha256Hex,
): Result<Segment, FailureOf<'sync/bad-batch'>> {
  const frame = readFrame(text);
  const read = frame && readEntries(frame, hashOf);
  return read ? ok({ project: frame.project, entries: read }) : err(notASegment);
}

const notASegment = { kind: 'sync/bad-batch', detail: 'not a segment' } as const;

function readFrame(text: string): Frame | undefined {
  if (isTooDeep(text)) return undefined;
  try {
    return frameSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function readEntries(
  frame: Frame,
  hashOf: (body: string) => Sha256,
): readonly SegmentEntry[] | undefined {
  const count = frame.times.length;
  if (count === 0) return [];
  const feeds = frame.runs.flatMap(([feed, length]) =>
    Array.from({ length: Math.min(length, count + 1) }, () => frame.feeds[feed]),
  );
  const counters = readColumn(frame.counters, count);
  const members = plainMembers.map((name) => readColumn(frame.members[name], count));
  const whys = readSparse(frame.why, count);
  const bases = readColumn(frame.base, count);
  const sets = readSets(frame.set, count);
  if (feeds.length !== count || !counters || !whys || !bases || !sets) return undefined;

  const [authors, records, kinds, forms] = members;
  if (!authors || !records || !kinds || !forms) return undefined;
  const textOf = { author: textWriter(), kind: textWriter(), form: textWriter() };
  const seqAt = new Map(frame.seqs);
  const prevAt = new Map(frame.prevs);
  const heads = createHeads();
  const entries: SegmentEntry[] = [];
  let [ms, room] = [0, MAX_SEGMENT_ENTRY_SIZE];
  for (let at = 0; at < count; at += 1) {
    const feed = feeds[at];
    const counter = counters[at];
    ms += frame.times[at] ?? 0;
    if (feed === undefined || !isCounter(counter) || ms < 0 || ms > MAX_STAMP_MS) return undefined;
    const head = heads.of(feed);
    const seq = seqAt.get(at) ?? head.seq + 1;
    const prev = prevAt.get(at) ?? head.hash;
    const { values: set, text: setText } = sets[at] ?? { values: {}, text: '' };
    const author = authors[at] ?? null;
    const record = records[at] ?? null;
    const kind = kinds[at] ?? null;
    const form = forms[at] ?? null;
    const base = readBase(bases[at] ?? 0, set);
    const stamp = formatStamp({ ms, counter, feed });
    const why = whys[at];
    const raw: Record<string, Json> = {
      author,
      base,
      feed,
      form,
      kind,
      prev,
      record,
      seq,
      set,
      stamp,
      ...(why === undefined ? {} : { why }),
    };
    // `canonicalJson(raw)`, put together from texts that most entries of a segment share: it takes a third of the time.
    const body =
      `{"author":${textOf.author(author)},"base":${canonicalJson(base)},"feed":"${feed}","form":${textOf.form(form)}` +
      `,"kind":${textOf.kind(kind)},"prev":"${prev}","record":${canonicalJson(record)},"seq":${seq},"set":{${setText.slice(1)}}` +
      `,"stamp":"${stamp}"${why === undefined ? '' : `,"why":${canonicalJson(why)}`}}`;
    room -= body.length;
    if (room < 0) return undefined;
    const hash = hashOf(body);
    heads.move(feed, seq, hash);
    entries.push({ raw, seq, prev, body, hash });
  }
  return entries;
}

function isCounter(counter: Json | undefined): counter is number {
  return (
    typeof counter === 'number' &&
    Number.isInteger(counter) &&
    counter >= 0 &&
    counter <= MAX_COUNTER
  );
}

/** The paths and values of one entry, with the members of their canonical JSON, each after a comma. */
interface ReadSet {
  readonly values: Record<Path, Json>;
  text: string;
}

/** The sets of `count` entries; undefined where a column is none, a path is named twice, or there are more than 300 to an entry. */
function readSets(columns: Frame['set'], count: number): readonly ReadSet[] | undefined {
  const sets = Array.from({ length: count }, (): ReadSet => ({ values: {}, text: '' }));
  let room = count * MAX_PATHS;
  let before: Path | undefined;
  for (const [path, column] of columns.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const values = readSparse(column, count);
    if (!values || path === before) return undefined;
    before = path;
    const memberOf = textWriter(`,${JSON.stringify(path)}:`);
    for (let at = 0; at < count; at += 1) {
      const value = values[at];
      const set = sets[at];
      if (value === undefined || set === undefined) continue;
      addOwn(set.values, path, value);
      set.text += memberOf(value);
      room -= 1;
    }
    if (room < 0) return undefined;
  }
  return sets;
}

/** Adds a member of any name: assigning the one that every object inherits would set what it inherits from. */
function addOwn(members: Record<string, Json>, name: string, value: Json): void {
  if (name === '__proto__') {
    Object.defineProperty(members, name, {
      value,
      enumerable: true,
      writable: true,
      configurable: true,
    });
  } else {
    members[name] = value;
  }
}

/** Writes the canonical JSON of the values of one column after `before`, those that come again only once. */
function textWriter(before = ''): (value: Json) => string {
  const texts = new Map<Json, string>();
  return (value) => {
    const known = texts.get(value);
    if (known !== undefined) return known;
    const text = before + canonicalJson(value);
    texts.set(value, text);
    return text;
  };
}
