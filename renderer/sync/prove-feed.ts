import type { DeviceKey } from '#shared/core/device-key.ts';
import type { FeedId, PersonId } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import { entryHash } from '#shared/records/entry.ts';
import type { Receipt } from '#shared/records/receipt.ts';
import { listRanges, packRanges } from '#shared/records/receipt.ts';
import type { AskedFeed, FeedEvidence, ProofAnswer } from '#shared/sync/proof-api.ts';
import { MAX_ASKED_RANGES } from '#shared/sync/proof-api.ts';
import { pieces } from '../db/pieces.ts';
import type { Finding, HeldLink, Standard } from './check-evidence.ts';
import { checkEvidence } from './check-evidence.ts';
import type { FeedProof } from './feed-proofs.ts';
import type { SyncContext, SyncStop } from './sync-context.ts';
import { unlessStopped } from './sync-context.ts';
import { verifyReceipt } from './verify-receipt.ts';

/** What proving works with. `inIdle`: runs a piece of it when the page has nothing better to do. */
export interface ProverContext extends Pick<
  SyncContext,
  'store' | 'transport' | 'identity' | 'signal' | 'nowMs'
> {
  readonly inIdle: <T>(work: () => Promise<T>) => Promise<T>;
  /** Feeds that were asked about since the app was opened, with how many entries were here then. */
  readonly asked: Map<FeedId, number>;
}

/** A feed of which there is something here. */
export interface HeldFeed {
  readonly feed: FeedId;
  readonly count: number;
  readonly known: FeedProof | undefined;
  /** How far it may be here before the server has it. */
  readonly aheadUpTo: number;
}

/** What of it is to be proved, and what else is here. */
export interface AskedProof extends HeldFeed {
  readonly person: PersonId;
  readonly numbers: readonly number[];
  readonly here: readonly number[];
  /** There is more to be proved than fits into one question. */
  readonly isCut: boolean;
}

/** What a feed is judged by. */
export interface Judging {
  readonly epoch: string;
  readonly evidence: FeedEvidence;
  readonly owners: ReadonlyMap<DeviceKey, PersonId>;
  /** Those whose laptops were known to sign before this look. */
  readonly signers: ReadonlySet<PersonId>;
  /** This account reads every entry: the server has no reason to keep one back. */
  readonly isWhole: boolean;
}

/** What of a feed is not proved yet; undefined where nothing of it is here any more. */
export async function describeAsked(
  { store }: Pick<ProverContext, 'store'>,
  held: HeldFeed,
): Promise<AskedProof | undefined> {
  const here = await store.sync.numbersOf(held.feed);
  const [first] = await store.sync.entriesAt(held.feed, here.slice(0, 1));
  const person = held.known?.person ?? first?.author;
  if (person === undefined) return undefined;
  const isProved = setOf(held.known?.proved ?? '');
  const open = packRanges(here.filter((number) => !isProved.has(number))).split(',');
  const asked = open.slice(0, MAX_ASKED_RANGES).join(',');
  const numbers = [...setOf(asked)];
  return { ...held, person, numbers, here, isCut: open.length > MAX_ASKED_RANGES };
}

/** Asks the server what it has to show for some entries. */
export function askProofs(
  context: ProverContext,
  feeds: readonly Pick<AskedProof, 'feed' | 'numbers'>[],
): Promise<Result<ProofAnswer, SyncStop>> {
  const asked = feeds.map(({ feed, numbers }): AskedFeed => {
    // Where there is nothing to prove, how far the feed is, is asked all the same.
    return { feed, numbers: packRanges(numbers.length > 0 ? numbers : [1]) };
  });
  return unlessStopped(context, context.transport.proofs({ feeds: asked }));
}

/** What is known of a feed after its evidence was looked at. */
export async function proveFeed(
  context: ProverContext,
  asked: AskedProof,
  judging: Judging,
): Promise<Result<FeedProof, SyncStop>> {
  const { feed, person, known, here, count, isCut } = asked;
  const { epoch, evidence } = judging;
  const found = await findOut(context, asked, judging);
  if (!found.ok) return found;
  const receipt = await trustedReceipt(context, judging);
  const unsigned = await unsignedNow(context, asked, judging, found.value);
  const missing = found.value.problem ? [] : missingOf(asked, judging, receipt);
  const problem = problemOf(asked, found.value, unsigned, missing);
  const isGood = evidence.head !== null && found.value.problem === undefined;
  const isNewest = isGood && evidence.head.seq >= (known?.evidence?.head.seq ?? 0);
  const isHere = new Set(here);
  const proved = [...setOf(known?.proved ?? ''), ...found.value.proved]
    .filter((number) => isHere.has(number))
    .toSorted((a, b) => a - b);
  // Whoever signed something that is proved is whom the rest is held against.
  const isMet = isGood || found.value.proved.length > 0;
  const device = known?.device ?? (isMet ? (evidence.head?.device ?? null) : null);
  return ok({
    feed,
    person,
    device,
    sinceMs: known && known.device === device ? known.sinceMs : context.nowMs(),
    evidence: isNewest
      ? { epoch, head: evidence.head, tree: evidence.tree, receipt: receipt ?? null }
      : (known?.evidence ?? null),
    held: isCut ? 0 : count,
    proved: packRanges(proved),
    unproved: packRanges(found.value.unproved),
    missing: packRanges(missing),
    problem,
  });
}

function setOf(ranges: string): ReadonlySet<number> {
  return new Set(listRanges(ranges, Number.MAX_SAFE_INTEGER));
}

/** What the evidence says. Where something does not fit, each half is asked for by itself: so it is found which entries they are. */
async function findOut(
  context: ProverContext,
  { feed, person, known, aheadUpTo, numbers: all }: AskedProof,
  { epoch, evidence: first, owners }: Judging,
): Promise<Result<Finding, SyncStop>> {
  const standard: Standard = {
    project: context.identity.project,
    epoch,
    known,
    ownerOf: (device) => owners.get(device),
    aheadUpTo,
  };
  const load = createLoader(context, feed);

  async function check(
    numbers: readonly number[],
    evidence: FeedEvidence,
  ): Promise<Result<Finding, SyncStop>> {
    const found = await checkEvidence(standard, { feed, person, numbers, load }, evidence);
    if (!found.isUnclear || numbers.length === 1) return ok(found);
    const middle = Math.ceil(numbers.length / 2);
    const low = await askAndCheck(numbers.slice(0, middle));
    if (!low.ok) return low;
    const high = await askAndCheck(numbers.slice(middle));
    return high.ok ? ok(joined(low.value, high.value)) : high;
  }

  async function askAndCheck(numbers: readonly number[]): Promise<Result<Finding, SyncStop>> {
    const answer = await askProofs(context, [{ feed, numbers }]);
    if (!answer.ok) return answer;
    const [evidence] = answer.value.feeds;
    return evidence ? check(numbers, evidence) : err({ kind: 'network/not-our-server' });
  }

  return check(all, first);
}

function joined(a: Finding, b: Finding): Finding {
  return {
    proved: [...a.proved, ...b.proved],
    unproved: [...a.unproved, ...b.unproved],
    problem: a.problem ?? b.problem,
    wrong: [...a.wrong, ...b.wrong],
    isUnclear: false,
  };
}

// Some milliseconds of hashing: nobody who types feels them.
const AT_ONCE = 40;

/** Reads entries and hashes each once, a few at a time. */
function createLoader({ store, inIdle }: ProverContext, feed: FeedId) {
  const links = new Map<number, HeldLink>();
  return async (numbers: readonly number[]): Promise<ReadonlyMap<number, HeldLink>> => {
    const fresh = numbers.filter((number) => !links.has(number));
    for (const some of pieces(fresh, AT_ONCE)) {
      await inIdle(async () => {
        for (const entry of await store.sync.entriesAt(feed, some)) {
          const { author, prev } = entry;
          links.set(entry.seq, { author, prev, hash: entryHash(entry) });
        }
      });
    }
    return new Map(
      numbers.flatMap((number) => {
        const link = links.get(number);
        return link ? [[number, link] as const] : [];
      }),
    );
  };
}

/** The receipt that came with the evidence, where it is one of the server that is known. */
async function trustedReceipt(
  { identity }: ProverContext,
  { epoch, evidence: { feed, receipt } }: Judging,
): Promise<Receipt | undefined> {
  const verified = await verifyReceipt(receipt, { identity, epoch, feed });
  return verified.ok ? receipt : undefined;
}

function problemOf(
  { known }: AskedProof,
  found: Finding,
  unsigned: readonly number[],
  lacking: readonly number[],
): FeedProof['problem'] {
  // What was missing once may have become visible just behind the last page.
  const before = setOf(known?.missing ?? '');
  const missing = lacking.filter((number) => before.has(number));
  const problem =
    found.problem ??
    (unsigned.length > 0 ? { kind: 'unsigned' as const, device: null } : undefined) ??
    (missing.length > 0 ? { kind: 'missing' as const, device: null } : undefined);
  if (!problem) return null;
  const numbers = packRanges([found.wrong, unsigned, missing].find((one) => one.length > 0) ?? []);
  const last = known?.problem;
  const isTold = last?.isTold === true && last.kind === problem.kind && last.numbers === numbers;
  return { ...problem, numbers, isTold };
}

/** New entries of a feed that nobody signs (the server's own is one), in the name of somebody whose laptop was known to sign. */
async function unsignedNow(
  { store }: ProverContext,
  { feed, known, numbers, aheadUpTo }: AskedProof,
  { evidence, signers }: Judging,
  { problem }: Finding,
): Promise<readonly number[]> {
  if (problem || evidence.head !== null || signers.size === 0) return [];
  const before = setOf(known?.unproved ?? '');
  const open = setOf(known?.problem?.kind === 'unsigned' ? known.problem.numbers : '');
  const fresh = numbers.filter(
    (number) => number > aheadUpTo && (!before.has(number) || open.has(number)),
  );
  const unsigned: number[] = [];
  for (const some of pieces(fresh, AT_ONCE)) {
    const entries = await store.sync.entriesAt(feed, some);
    unsigned.push(...entries.filter(({ author }) => signers.has(author)).map(({ seq }) => seq));
  }
  return unsigned;
}

/** What of a feed should be here, was not refused, and is not: for one who reads everything. */
function missingOf(
  { known, here }: AskedProof,
  { epoch, evidence, isWhole }: Judging,
  receipt: Receipt | undefined,
): readonly number[] {
  const last = here.at(-1) ?? 0;
  if (!isWhole || !receipt || evidence.head === null) return [];
  // What has come since the pull is here after the next one.
  const seen = known?.evidence?.epoch === epoch ? known.evidence.head.seq : 0;
  const most = Math.min(Math.max(last, seen), receipt.seq);
  const isHere = new Set(here);
  const isRefused = new Set([
    ...listRanges(receipt.refused, most),
    ...listRanges(known?.evidence?.receipt?.refused ?? '', most),
  ]);
  const all = Array.from({ length: most }, (_, at) => at + 1);
  return all.filter((number) => !isHere.has(number) && !isRefused.has(number));
}
