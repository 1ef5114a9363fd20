import type { Failure } from '#shared/core/failure.ts';
import { utf8 } from '#shared/core/hash.ts';
import type { FeedId, PersonId, ProjectId, Sha256 } from '#shared/core/ids.ts';
import { err, ok } from '#shared/core/result.ts';
import type { HttpRequest, HttpResponse } from '#shared/desktop/contract.ts';
import type { Entry } from '#shared/records/entry.ts';
import { entryHash, feedGenesis } from '#shared/records/entry.ts';
import { packRanges } from '#shared/records/receipt.ts';
import type { Role } from '#shared/records/role.ts';
import type { FeedState, PullPage, PushResponse, RefusedSeq } from '#shared/sync/http-api.ts';
import type { SignedIn } from '#shared/sync/team-api.ts';
import { PAGE_HEADER, PHOTO_RECEIPT_HEADER, PHOTO_UPLOADS } from '#shared/sync/http-api.ts';
import { signInSchema } from '#shared/sync/team-api.ts';
import { PROTOCOL_VERSION } from '#shared/sync/protocol-version.ts';
import { makeKeyPair, signPhotoReceipt, signReceipt } from '../../server/services/sign-receipts.ts';
import type { KeyPair } from '../../server/store/issuer-store.ts';
import type { Link } from './memory-desktop.ts';
import { entriesOf, segmentOf } from './segments.ts';

/** What happens to one exchange on its way. */
export type LinkFault =
  | 'none'
  /** Nothing arrives. */
  | 'lost-request'
  /** All is done, and nobody hears of it. */
  | 'lost-answer'
  /** A hotspot answers in the server's place. */
  | 'captive-portal'
  /** The answer is changed on its way. */
  | { readonly change: (answer: never) => unknown }
  | { readonly status: number; readonly body: string }
  | { readonly failure: Failure };

/** A server in memory that keeps entries as the real one does: by feed without gaps, in a log in the order of arrival. */
export interface FakeServer {
  /** The way from one laptop to it. */
  link(): Link;
  /** What happens to the next exchanges, one each. */
  readonly faults: LinkFault[];
  /** Method and path of every exchange that arrived. */
  readonly heard: string[];
  /** Entries it has taken, in the order in which they became visible. */
  log(): readonly Entry[];
  readonly photos: Map<string, Uint8Array>;
  /** What it signs with. */
  keys: KeyPair;
  /** Its clock. */
  readonly clock: { nowMs: number };
  /** Why an entry is refused; undefined for one that is taken. */
  judge: (entry: Entry) => Failure | undefined;
  /** Most entries it answers to one pull. */
  pageLimit: number;
  /** Most entries it takes in one push. */
  batchLimit: number;
  /** Sets everybody's sign-in back. */
  endSessions(): void;
  /** What a backup of it holds now; `restore` goes back to one, under a new epoch. */
  backUp(): ServerState;
  restore(backup: ServerState): void;
  /** Loses what came since a backup and says nothing of it: the epoch stays. */
  forget(backup: ServerState): void;
}

interface StoredFeed {
  readonly person: PersonId;
  readonly hashes: readonly Sha256[];
  readonly refused: ReadonlyMap<number, Failure>;
}

interface ServerState {
  readonly epoch: string;
  readonly feeds: ReadonlyMap<FeedId, StoredFeed>;
  readonly log: readonly Entry[];
}

const project = 'sample' as ProjectId;

export function createFakeServer(): FakeServer {
  let state: ServerState = { epoch: 'epoch-1', feeds: new Map(), log: [] };
  let epochs = 1;
  let sessions = 0;
  const server: FakeServer = {
    faults: [],
    heard: [],
    log: () => state.log,
    photos: new Map(),
    keys: makeKeyPair(),
    clock: { nowMs: 1_780_000_000_000 },
    judge: () => undefined,
    pageLimit: 500,
    batchLimit: 500,
    endSessions() {
      sessions += 1;
    },
    backUp: () => state,
    restore(backup) {
      epochs += 1;
      state = { ...backup, epoch: `epoch-${epochs}` };
    },
    forget(backup) {
      state = { ...backup, epoch: state.epoch };
    },
    link() {
      let signedIn: { readonly person: PersonId; readonly session: number } | undefined;

      function answer(request: HttpRequest): HttpResponse {
        const [path = '', query = ''] = request.path.split('?');
        if (path === '/session' && request.method === 'POST') {
          const { name, password } = signInSchema.parse(json(request));
          if (password !== 'right') return refusal(401, { kind: 'account/wrong-credentials' });
          signedIn = { person: name as PersonId, session: sessions };
          return reply(describe(signedIn.person));
        }
        if (path === '/health') return reply(health());
        if (signedIn?.session !== sessions) return refusal(401, { kind: 'account/signed-out' });
        const { person } = signedIn;
        if (path === '/session' && request.method === 'DELETE') {
          signedIn = undefined;
          return { status: 204, headers: {}, body: new Uint8Array() };
        }
        if (path === '/session') return reply(describe(person));
        if (path === '/sync/push') return push(entriesOf(request.body ?? new Uint8Array()), person);
        if (path === '/sync/pull') return pull(new URLSearchParams(query));
        if (path.startsWith('/sync/feeds/')) {
          return reply(feedState(path.slice('/sync/feeds/'.length) as FeedId));
        }
        if (path === PHOTO_UPLOADS) return upload(request);
        return photo(path.slice('/photos/'.length));
      }

      return async (request) => {
        // It is of before signatures, so it knows no devices.
        if (request.path.startsWith('/devices') || request.path === '/sync/proofs') {
          return ok(refusal(404, { kind: 'server/not-found' }));
        }
        const fault = server.faults.shift() ?? 'none';
        if (fault === 'lost-request') return err({ kind: 'network/unreachable' });
        if (fault === 'captive-portal') {
          return ok(html(200, '<!doctype html><title>Hotel</title>'));
        }
        if (typeof fault === 'object' && 'failure' in fault) {
          return ok(refusal(409, fault.failure));
        }
        if (typeof fault === 'object' && 'status' in fault) {
          return ok(html(fault.status, fault.body));
        }
        server.heard.push(`${request.method} ${request.path.split('?')[0]}`);
        const answered = answer(request);
        if (typeof fault === 'object') return ok(reply(fault.change(json(answered) as never)));
        return fault === 'lost-answer' ? err({ kind: 'network/unreachable' }) : ok(answered);
      };
    },
  };

  function describe(person: PersonId): SignedIn {
    const role: Role = person.startsWith('supervisor') ? 'supervisor' : 'surveyor';
    const { epoch } = state;
    const serverMs = server.clock.nowMs;
    const who = { project, projectName: 'sample', person, role, isSample: true };
    return { ...who, epoch, serverKey: server.keys.publicKey, serverMs };
  }

  function health() {
    const { epoch } = state;
    const serverKey = server.keys.publicKey;
    const versions = { protocol: PROTOCOL_VERSION, epoch, serverKey };
    return { app: 'bazarnegar', ...versions, isSample: true, sampleAccounts: [] };
  }

  /** The receipt for a feed up to a number, and all that was refused of it up to there. */
  function issue(feed: FeedId, seq: number) {
    const { hashes, refused } = state.feeds.get(feed) ?? { hashes: [], refused: new Map() };
    const { epoch } = state;
    const told = [...refused]
      .filter(([one]) => one <= seq)
      .map(([one, failure]): RefusedSeq => ({ seq: one, failure }));
    const hash = hashes[seq - 1] ?? feedGenesis(feed);
    const numbers = packRanges(told.map((one) => one.seq));
    const facts = { epoch, project, feed, seq, hash, refused: numbers };
    return { receipt: signReceipt(server.keys, facts), refused: told };
  }

  function feedState(feed: FeedId): FeedState {
    const confirmed = state.feeds.get(feed)?.hashes.length ?? 0;
    return { confirmed, ...issue(feed, confirmed), epoch: state.epoch };
  }

  function push(entries: readonly Entry[], person: PersonId): HttpResponse {
    const [first] = entries;
    if (!first) return refusal(400, { kind: 'sync/bad-batch', detail: 'nothing' });
    const { feed } = first;
    if (entries.length > server.batchLimit) return html(413, 'too large');
    const stored = state.feeds.get(feed) ?? { person, hashes: [], refused: new Map() };
    if (stored.person !== person) {
      return refusal(403, { kind: 'account/other-person', person: stored.person });
    }
    const hashes = [...stored.hashes];
    const refused = new Map(stored.refused);
    const taken: Entry[] = [];
    const told: { seq: number; failure: Failure }[] = [];
    let held = 0;
    for (const entry of entries) {
      const { seq } = entry;
      if (seq > hashes.length + 1) {
        const expectedSeq = hashes.length + 1;
        return refusal(409, { kind: 'sync/gap', feed, expectedSeq });
      }
      const hash = entryHash(entry);
      if (seq <= hashes.length) {
        const isOther = hashes[seq - 1] !== hash;
        const failure = isOther
          ? { kind: 'sync/forked-feed' as const, feed, seq }
          : refused.get(seq);
        if (failure) told.push({ seq, failure });
        if (!isOther) held = seq;
        continue;
      }
      if (entry.prev !== (hashes.at(-1) ?? feedGenesis(feed))) {
        told.push({ seq, failure: { kind: 'sync/broken-chain', feed, seq } });
        break;
      }
      const failure = server.judge(entry);
      hashes.push(hash);
      held = seq;
      if (failure) {
        refused.set(seq, failure);
        told.push({ seq, failure });
      } else taken.push(entry);
    }
    const feeds = new Map([...state.feeds, [feed, { person, hashes, refused }]]);
    state = { ...state, feeds, log: [...state.log, ...taken] };
    const answered: PushResponse = {
      confirmed: hashes.length,
      refused: told,
      receipt: held > 0 ? issue(feed, held).receipt : null,
      epoch: state.epoch,
      serverMs: server.clock.nowMs,
    };
    return reply(answered);
  }

  function pull(query: URLSearchParams): HttpResponse {
    const after = Number(query.get('after'));
    const limit = Math.min(Number(query.get('limit')), server.pageLimit);
    const numbered = state.log.map((entry, at) => ({ entry, cursor: at + 1 }));
    const visible = numbered.filter(
      ({ entry, cursor }) => cursor > after && entry.feed !== query.get('feed'),
    );
    const page = visible.slice(0, limit);
    const fits = segmentOf(
      project,
      page.map(({ entry }) => entry),
    );
    const described: PullPage = {
      cursor: page[fits.count - 1]?.cursor ?? Math.max(after, 0),
      more: visible.length > fits.count,
      epoch: state.epoch,
      serverMs: server.clock.nowMs,
    };
    const headers = { ...fits.headers, [PAGE_HEADER]: JSON.stringify(described) };
    return { status: 200, headers, body: fits.bytes };
  }

  /** Takes a photo that fits into one request; tests of pieces have the real server. */
  function upload({ headers, body }: HttpRequest): HttpResponse {
    const bytes = body ?? new Uint8Array();
    const coded = headers['upload-metadata']?.split(' ')[1] ?? '';
    server.photos.set(Buffer.from(coded, 'base64').toString(), bytes);
    const location = { location: '/photos/uploads/x', 'upload-offset': String(bytes.length) };
    return { status: 201, headers: location, body: new Uint8Array() };
  }

  function photo(sha256: string): HttpResponse {
    const kept = server.photos.get(sha256);
    if (!kept) return refusal(404, { kind: 'photo/missing', sha256 });
    const facts = { epoch: state.epoch, project, sha256: sha256 as Sha256 };
    const receipt = JSON.stringify(signPhotoReceipt(server.keys, facts));
    const headers = { 'content-type': 'image/jpeg', [PHOTO_RECEIPT_HEADER]: receipt };
    return { status: 200, headers, body: kept };
  }

  return server;
}

function json({ body }: { readonly body: Uint8Array | null }): unknown {
  return JSON.parse(new TextDecoder().decode(body ?? new Uint8Array()));
}

function reply(value: unknown): HttpResponse {
  const headers = { 'content-type': 'application/json' };
  return { status: 200, headers, body: utf8(JSON.stringify(value)) };
}

function refusal(status: number, failure: Failure): HttpResponse {
  return { ...reply({ failure }), status };
}

function html(status: number, text: string): HttpResponse {
  return { status, headers: { 'content-type': 'text/html' }, body: utf8(text) };
}
