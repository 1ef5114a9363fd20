import type { Failure } from '#shared/core/failure.ts';
import type { RecordId } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { Receipt } from '#shared/records/receipt.ts';
import { packRanges } from '#shared/records/receipt.ts';
import { emptyTree, growTree, treeRoot } from '#shared/records/feed-tree.ts';
import { subjectOf } from '#shared/records/record.ts';
import { registerNames } from '#shared/forms/choices.ts';
import type { SignedHead, SignedRoot } from '#shared/records/signed-head.ts';
import type { PushResponse } from '#shared/sync/http-api.ts';
import type { Account } from '../store/account-store.ts';
import type { Database, Db, Tx } from '../store/database.ts';
import { appendEntries, readdressEntries } from '../store/entry-store.ts';
import type { StoredFeed } from '../store/feed-store.ts';
import {
  addToQuarantine,
  claimFeed,
  feedHashes,
  findVerdicts,
  moveFeed,
} from '../store/feed-store.ts';
import { readIssuer, readIssuerFor } from '../store/issuer-store.ts';
import type { HeldRecord } from '../store/record-store.ts';
import { addressComments, holdRecords, writeRecords } from '../store/record-store.ts';
import { inTransaction } from '../store/transaction.ts';
import { noteAuditIn } from './audit.ts';
import type { BatchVerdict } from './judge-batch.ts';
import { judgeBatch } from './judge-batch.ts';
import type { AnswerCheck } from './judge-entry.ts';
import type { ReceivedEntry } from './read-batch.ts';
import { recordsNeeded } from './read-batch.ts';
import type { ReceivedPush } from './read-push.ts';
import { isOwnReceipt, signReceipt } from './sign-receipts.ts';
import { hashText } from './hash-text.ts';
import { teamOf } from './teams.ts';

const registers: ReadonlySet<string> = new Set(registerNames);

/** What a push is taken in with. */
export interface PushDeps {
  readonly db: Database;
  readonly checkAnswers: AnswerCheck;
  readonly nowMs: () => number;
}

/**
 * The verified head that a batch ends with, or is proved to be before; the verified root of the tree up to it; why nothing that its device
 * signs is taken any more; and whether the server itself had vouched for all entries up to it.
 */
export interface Signing {
  readonly head: SignedHead;
  readonly root: SignedRoot | undefined;
  readonly refusal: Failure | undefined;
  readonly isVouched: boolean;
}

/**
 * Takes a batch in, in one transaction; what is confirmed is durable when this answers. A feed that was signed once goes on
 * signed: whoever has a stolen session alone can add nothing to it.
 */
export async function pushEntries(
  deps: PushDeps,
  account: Account,
  push: ReceivedPush,
  signing?: Signing,
): Promise<Result<PushResponse, Failure>> {
  if (push.project !== account.project) return err({ kind: 'account/not-allowed' });
  const coveredBy = await ownReceipt(deps.db, push);
  return inTransaction(deps.db, async (tx) => {
    const owner = { account: account.account, person: account.person };
    const feed = await claimFeed(tx, account.project, push.feed, owner);
    if (feed.account !== account.account) {
      return err({ kind: 'account/other-person', person: feed.person });
    }
    if (feed.device !== null && !signing) {
      return err({ kind: 'device/wrong-signature', feed: push.feed });
    }
    const { refusal, isVouched = false } = signing ?? {};
    const judging = { ...deps, refusal, isVouched };
    const verdict = await judge(judging, tx, account, feed, push.entries, coveredBy);
    if (!verdict.ok) return verdict;
    const { position, refused, held } = verdict.value;
    const signed = await treeOf(tx, account, feed, verdict.value, signing);
    await store(tx, account, verdict.value, signed);
    await noteRegisters(tx, deps, account, verdict.value);
    const upTo = { project: account.project, feed: position.feed, ...(held ?? position) };
    const { epoch, keys, refused: numbers } = await readIssuerFor(tx, upTo);
    return ok({
      confirmed: position.seq,
      refused,
      receipt: held ? signReceipt(keys, { ...upTo, epoch, refused: packRanges(numbers) }) : null,
      epoch,
      serverMs: deps.nowMs(),
    });
  });
}

/** The receipt that a push brings along, if this server signed it for this feed. */
export async function ownReceipt(
  db: Db,
  { project, feed, coveredBy }: Omit<ReceivedPush, 'entries'>,
): Promise<Receipt | undefined> {
  if (coveredBy?.project !== project || coveredBy.feed !== feed) return undefined;
  const { keys } = await readIssuer(db);
  return isOwnReceipt(keys, coveredBy) ? coveredBy : undefined;
}

async function judge(
  deps: PushDeps & Pick<Signing, 'refusal' | 'isVouched'>,
  tx: Tx,
  account: Account,
  feed: StoredFeed,
  entries: readonly ReceivedEntry[],
  coveredBy: Receipt | undefined,
): Promise<Result<JudgedBatch, Failure>> {
  const { project, person, role } = account;
  const seqs = entries.map(({ seq }) => seq);
  const range = { first: Math.min(...seqs), last: Math.max(...seqs) };
  const verdicts = seqs.length > 0 ? await findVerdicts(tx, project, feed, range) : [];
  const records = await holdRecords(tx, project, recordsNeeded(entries));
  const { checkAnswers, refusal, isVouched } = deps;
  const team = await teamOf(tx, account);
  const writer = { person, role, team: team && new Set(team) };
  const from = { writer, position: feed, verdicts, records, coveredBy, isVouched };
  const context = { ...from, checkAnswers, refusal, nowMs: deps.nowMs() };
  const verdict = judgeBatch(context, entries);
  return verdict.ok ? ok({ ...verdict.value, records }) : verdict;
}

/**
 * The tree as it is after a batch, and what of the signing is of where the feed stands then. A root that is not the tree's is left out: it would
 * make laptops believe that this server had changed something.
 */
async function treeOf(
  tx: Tx,
  { project }: Account,
  { feed, seq, tree }: StoredFeed,
  { position, grown }: JudgedBatch,
  signing: Signing | undefined,
): Promise<SignedMove> {
  const before =
    tree ??
    (signing ? growTree(emptyTree, await feedHashes(tx, project, feed, seq), hashText) : null);
  const after = before && growTree(before, grown, hashText);
  const isHere = signing?.head.seq === position.seq;
  const isTrue = isHere && after !== null && treeRoot(after, hashText) === signing.root?.root;
  return {
    device: signing?.head.device,
    head: isHere ? signing.head : undefined,
    root: isTrue ? signing.root : undefined,
    tree: after,
    hasGrown: grown.length > 0,
  };
}

async function store(
  tx: Tx,
  account: Account,
  verdict: JudgedBatch,
  signed: SignedMove,
): Promise<void> {
  const { project } = account;
  const { position, accepted, quarantined, records, changed } = verdict;
  await addToQuarantine(tx, project, position.feed, account.account, quarantined);
  await writeRecords(tx, project, records, [...changed.values()]);
  await moveFeed(tx, project, position, signed);
  await appendEntries(tx, project, accepted);
  const moved = [...changed.values()].flatMap(({ state: { record }, reader }) => {
    const before = records.get(record);
    return before !== undefined && before.reader !== reader ? [{ record, reader }] : [];
  });
  const comments = await addressComments(tx, project, newSubjects(verdict));
  await readdressEntries(tx, project, [...moved, ...comments]);
}

/** The records on which there may be comments that are not yet their owners': new ones, those of another owner, and what new comments are about. */
function newSubjects({ records, changed }: JudgedBatch): readonly RecordId[] {
  return [...changed.values()].flatMap(({ state }) => {
    const before = records.get(state.record)?.state.created.author;
    if (before === state.created.author) return [];
    return state.kind === 'comment' ? (subjectOf(state) ?? []) : state.record;
  });
}

/** Changes of registers are what prices are held against: who made them is in the audit as well. */
async function noteRegisters(
  tx: Tx,
  deps: PushDeps,
  { project, person }: Account,
  { accepted, position }: JudgedBatch,
): Promise<void> {
  const changes = accepted.filter(({ kind }) => registers.has(kind));
  const [first] = changes;
  if (!first) return;
  await noteAuditIn(tx, deps, project, {
    action: 'register-changed',
    by: person,
    to: position.feed,
    detail: {
      entries: changes.length,
      first: first.seq,
      kinds: [...new Set(changes.map(({ kind }) => kind))].toSorted().join(' '),
      head: position.hash,
    },
  });
}

type SignedMove = Parameters<typeof moveFeed>[3];

/** A verdict with the records it was based on. */
interface JudgedBatch extends BatchVerdict {
  readonly records: ReadonlyMap<RecordId, HeldRecord>;
}
