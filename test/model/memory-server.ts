import type { Failure } from '#shared/core/failure.ts';
import type { FeedId, RecordId } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { Entry } from '#shared/records/entry.ts';
import { feedGenesis } from '#shared/records/entry.ts';
import type { Receipt } from '#shared/records/receipt.ts';
import { packRanges } from '#shared/records/receipt.ts';
import { subjectOf } from '#shared/records/record.ts';
import { openRegisters, readsOthers } from '#shared/rules/permissions.ts';
import type { PullResponse, PushResponse, RefusedSeq } from '#shared/sync/http-api.ts';
import type { SignedIn } from '#shared/sync/team-api.ts';
import type { PullQuery, Transport } from '../../renderer/sync/http-transport.ts';
import { checkAnswers } from '../../server/services/check-answers.ts';
import { isOwnReceipt, makeKeyPair, signReceipt } from '../../server/services/sign-receipts.ts';
import type { HeldEntry } from '../../server/services/judge-batch.ts';
import { judgeBatch } from '../../server/services/judge-batch.ts';
import { recordsNeeded } from '../../server/services/read-batch.ts';
import type { ReceivedPush } from '../../server/services/read-push.ts';
import { readSegmentPush } from '../../server/services/read-push.ts';
import type { Account } from '../../server/store/account-store.ts';
import type { StoredEntry } from '../../server/store/entry-store.ts';
import type { RefusedEntry, StoredFeed, StoredVerdict } from '../../server/store/feed-store.ts';
import type { HeldRecord } from '../../server/store/record-store.ts';
import type { Person, Server } from './server.ts';
import { accountOf } from './server.ts';
import { decodeBatch } from './wire.ts';

/** An entry at its position; where it moves to another reader, to a new one, and the others stay where they are. */
type PlacedEntry = StoredEntry & { readonly entry: Entry; readonly position: number };

/** All a database would hold. Replaced as a whole: what is kept of it is what it was. */
interface State {
  readonly epoch: string;
  readonly feeds: ReadonlyMap<FeedId, StoredFeed>;
  readonly entries: readonly PlacedEntry[];
  readonly records: ReadonlyMap<RecordId, HeldRecord>;
  readonly quarantine: readonly (RefusedEntry & { readonly feed: FeedId })[];
}

/**
 * A server that judges with the product's own code over maps in memory, in the place of the store and its SQL. That it
 * answers as the real one does is what `real-server.test.ts` shows.
 */
export function createMemoryServer(nowMs: () => number): Server {
  const keys = makeKeyPair();
  let epochs = 1;
  let state: State = {
    epoch: 'epoch-1',
    feeds: new Map(),
    entries: [],
    records: new Map(),
    quarantine: [],
  };

  function push(account: Account, request: ReceivedPush): Result<PushResponse, Failure> {
    if (request.project !== account.project) return err({ kind: 'account/not-allowed' });
    const feed = state.feeds.get(request.feed) ?? newFeed(request.feed, account);
    state = { ...state, feeds: new Map([...state.feeds, [feed.feed, feed]]) };
    if (feed.account !== account.account) {
      return err({ kind: 'account/other-person', person: feed.person });
    }
    const { person, role } = account;
    const needed = new Set(recordsNeeded(request.entries));
    const records = new Map([...state.records].filter(([record]) => needed.has(record)));
    const isOwn = request.coveredBy?.feed === feed.feed && isOwnReceipt(keys, request.coveredBy);
    const context = {
      writer: { person, role },
      position: feed,
      verdicts: verdictsOf(state, feed.feed),
      records,
      checkAnswers,
      refusal: undefined,
      nowMs: nowMs(),
      coveredBy: isOwn ? request.coveredBy : undefined,
      isVouched: false,
    };
    const verdict = judgeBatch(context, request.entries);
    if (!verdict.ok) return verdict;
    const { position, held, accepted, quarantined, refused, changed } = verdict.value;
    const known = new Set(state.quarantine.map(keyOf));
    const kept = quarantined
      .map((entry) => ({ ...entry, feed: feed.feed }))
      .filter((entry) => !known.has(keyOf(entry)));
    const newest = newestOf(state.entries);
    const added = accepted.map((one, at) => ({
      ...one,
      entry: JSON.parse(one.body) as Entry,
      position: newest + 1 + at,
    }));
    const now = addressed(new Map([...state.records, ...changed]));
    state = {
      epoch: state.epoch,
      feeds: new Map([...state.feeds, [feed.feed, { ...feed, ...position }]]),
      entries: readdressed([...state.entries, ...added], state.records, now),
      records: now,
      quarantine: [...state.quarantine, ...kept],
    };
    const receipt = held ? issue(account, feed.feed, held) : null;
    const { epoch } = state;
    return ok({ confirmed: position.seq, refused, receipt, epoch, serverMs: nowMs() });
  }

  function refusedOf(feed: FeedId, last: number): readonly RefusedSeq[] {
    return state.quarantine
      .filter((one) => one.feed === feed && one.isInChain && one.seq <= last)
      .toSorted((a, b) => a.seq - b.seq)
      .map(({ seq, failure }) => ({ seq, failure }));
  }

  function issue({ project }: Account, feed: FeedId, { seq, hash }: HeldEntry): Receipt {
    const refused = packRanges(refusedOf(feed, seq).map((one) => one.seq));
    return signReceipt(keys, { epoch: state.epoch, project, feed, seq, hash, refused });
  }

  function pull(account: Account, { after, feed, limit }: PullQuery): PullResponse {
    const isShown = shownTo(account);
    const visible = state.entries
      .filter((one) => one.position > after && one.feed !== feed && isShown(one))
      .toSorted((a, b) => a.position - b.position);
    const page = visible.slice(0, limit);
    const more = page.length === limit;
    const last = page.at(-1)?.position ?? 0;
    return {
      entries: page.map(({ entry }) => entry),
      cursor: more ? last : Math.max(after, newestOf(state.entries)),
      more,
      epoch: state.epoch,
      serverMs: nowMs(),
    };
  }

  function transport(): Transport {
    let account: Account | undefined;

    function as<T>(answer: (account: Account) => Result<T, Failure>) {
      return Promise.resolve(
        account ? answer(account) : err({ kind: 'account/signed-out' } as const),
      );
    }

    function described(one: Account): SignedIn {
      const serverKey = keys.publicKey;
      return { ...one, epoch: state.epoch, serverKey, serverMs: nowMs() };
    }

    function unused(): Promise<never> {
      return Promise.reject(new Error('schedules carry no photos'));
    }

    return {
      health: unused,
      photoReceipt: unused,
      getPhoto: unused,
      putPhoto: unused,
      teamKeys: unused,
      challenge: unused,
      renew: unused,
      enrol: unused,
      team: unused,
      putInTeam: unused,
      openEnrolment: unused,
      withdrawEnrolment: unused,
      barDevice: unused,
      noteExport: unused,
      // Schedules are of feeds and of who judges them; laptops of before signatures are taken as well.
      registerDevice: async () => err({ kind: 'server/not-found' }),
      proofs: async () => err({ kind: 'server/not-found' }),
      async signIn({ name }) {
        account = accountOf(name as Person);
        return ok(described(account));
      },
      session: () => as((one) => ok(described(one))),
      async signOut() {
        account = undefined;
        return ok(null);
      },
      async push({ name, bytes, coveredBy }) {
        const covered = coveredBy && JSON.stringify(coveredBy);
        const request = await readSegmentPush(name, bytes, covered);
        return as((one) => (request.ok ? push(one, request.value) : request));
      },
      pull: (page) => as((one) => ok(pull(one, page))),
      feedState: (feed) =>
        as((one) => {
          const stored = state.feeds.get(feed);
          const isOwn = stored?.account === one.account;
          const isShown = isOwn || state.entries.some((of) => of.feed === feed && shownTo(one)(of));
          const held = stored && isShown ? stored : { seq: 0, hash: feedGenesis(feed) };
          const refused = isOwn ? refusedOf(feed, held.seq) : [];
          const receipt = issue(one, feed, held);
          return ok({ confirmed: held.seq, receipt, refused, epoch: state.epoch });
        }),
    };
  }

  return {
    transport,
    async ingest(person, bytes) {
      const request = await decodeBatch(bytes);
      return request.ok ? push(accountOf(person), request.value) : request;
    },
    contents: async () => ({
      epoch: state.epoch,
      log: state.entries.map(({ entry }) => entry),
      refused: state.quarantine,
      feeds: state.feeds,
    }),
    backUp: async () => state,
    async restore(backup) {
      epochs += 1;
      state = { ...(backup as State), epoch: `epoch-${epochs}` };
    },
    async loseCommits(run) {
      const before = state;
      await run();
      state = before;
    },
  };
}

/** The records with each comment for the owner of what it is about. */
function addressed(records: State['records']): State['records'] {
  return new Map(
    [...records].map(([id, { state, reader }]) => {
      const about = subjectOf(state);
      const owner = about === undefined ? undefined : records.get(about)?.state.created.author;
      return [id, { state, reader: owner ?? reader }];
    }),
  );
}

/** Entries of records whose reader is another one now, behind all others. */
function readdressed(
  entries: State['entries'],
  before: State['records'],
  now: State['records'],
): State['entries'] {
  let newest = newestOf(entries);
  return entries.map((entry) => {
    const reader = before.has(entry.record) ? now.get(entry.record)?.reader : undefined;
    if (reader === undefined || reader === entry.reader) return entry;
    newest += 1;
    return { ...entry, reader, position: newest };
  });
}

function newestOf(entries: State['entries']): number {
  return Math.max(0, ...entries.map(({ position }) => position));
}

/** What of the entries someone may see. */
function shownTo({ person, role }: Account): (entry: StoredEntry) => boolean {
  const registers = openRegisters(role);
  return ({ kind, reader, author }) =>
    readsOthers(role) || registers.includes(kind) || [reader, author].includes(person);
}

function newFeed(feed: FeedId, { account, person }: Account): StoredFeed {
  return {
    feed,
    account,
    person,
    seq: 0,
    hash: feedGenesis(feed),
    stamp: null,
    device: null,
    tree: null,
  };
}

function verdictsOf(state: State, feed: FeedId): readonly StoredVerdict[] {
  return [
    ...state.entries
      .filter((one) => one.feed === feed)
      .map(({ seq, hash }) => ({ seq, hash, failure: null })),
    ...state.quarantine.filter((one) => one.feed === feed),
  ];
}

function keyOf({ feed, seq, hash }: RefusedEntry & { readonly feed: FeedId }): string {
  return `${feed} ${seq} ${hash}`;
}
