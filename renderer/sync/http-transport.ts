import type { z } from 'zod';
import type { Failure } from '#shared/core/failure.ts';
import type { DeviceKey } from '#shared/core/device-key.ts';
import { utf8 } from '#shared/core/hash.ts';
import type { FeedId, PersonId, Sha256 } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { SignedHead, SignedRoot } from '#shared/records/signed-head.ts';
import type { Desktop, HttpRequest } from '#shared/desktop/contract.ts';
import type { PhotoReceipt } from '#shared/records/receipt.ts';
import type {
  ExportNote,
  FeedState,
  Health,
  PullResponse,
  PushResponse,
} from '#shared/sync/http-api.ts';
import type {
  Challenge,
  DeviceRegistration,
  Enrolling,
  NewEnrolment,
  Renewing,
  SignedIn,
  SignIn,
  TeamChange,
  TeamKeys,
  TeamOverview,
} from '#shared/sync/team-api.ts';
import {
  COVERED_HEADER,
  feedStateSchema,
  HEAD_HEADER,
  healthSchema,
  PROOF_HEADER,
  pushResponseSchema,
  SEGMENT_NAME_HEADER,
  SEGMENT_TYPE,
  TREE_HEADER,
} from '#shared/sync/http-api.ts';
import type { ProofAnswer, ProofQuestion } from '#shared/sync/proof-api.ts';
import { proofAnswerSchema } from '#shared/sync/proof-api.ts';
import {
  challengeSchema,
  signedInSchema,
  teamKeysSchema,
  teamOverviewSchema,
} from '#shared/sync/team-api.ts';
import { PROTOCOL_VERSION } from '#shared/sync/protocol-version.ts';
import { gzip } from './gzip.ts';
import type { Parcel } from './make-parcel.ts';
import { readPage } from './read-page.ts';
import { isSuccess, readAnswer, readDone, readFailure, readPhotoReceipt } from './read-answer.ts';
import { uploadPhoto } from './upload-photo.ts';

/** Everything that is said to the server, each call one exchange. */
export interface Transport {
  health(): Promise<Result<Health, Failure>>;
  signIn(input: SignIn): Promise<Result<SignedIn, Failure>>;
  session(): Promise<Result<SignedIn, Failure>>;
  signOut(): Promise<Result<null, Failure>>;
  /** Asks for what this laptop's key is to sign, to have its session begin again. */
  challenge(): Promise<Result<Challenge, Failure>>;
  renew(input: Renewing): Promise<Result<SignedIn, Failure>>;
  /** Sends a segment of one feed, with what its device signed where it signs. */
  push(
    segment: Pick<Parcel, 'name' | 'bytes' | 'coveredBy'>,
    signed?: SignedPush,
  ): Promise<Result<PushResponse, Failure>>;
  /** Registers this laptop's key and age recipient; answers for whom bundles are made, and shows lines of the audit by their numbers. */
  registerDevice(
    device: DeviceKey,
    registration: DeviceRegistration,
    auditNumbers: readonly number[],
  ): Promise<Result<TeamKeys, Failure>>;
  teamKeys(): Promise<Result<TeamKeys, Failure>>;
  /** Uses a code for this laptop, which is signed in by it. */
  enrol(input: Enrolling): Promise<Result<SignedIn, Failure>>;
  team(): Promise<Result<TeamOverview, Failure>>;
  putInTeam(person: PersonId, change: TeamChange): Promise<Result<null, Failure>>;
  openEnrolment(input: NewEnrolment): Promise<Result<null, Failure>>;
  withdrawEnrolment(enrolment: DeviceKey): Promise<Result<null, Failure>>;
  noteExport(note: ExportNote): Promise<Result<null, Failure>>;
  barDevice(device: DeviceKey): Promise<Result<null, Failure>>;
  pull(page: PullQuery): Promise<Result<PullResponse, Failure>>;
  feedState(feed: FeedId): Promise<Result<FeedState, Failure>>;
  /** Asks for what shows that entries are of the laptops they are said to be of. */
  proofs(question: ProofQuestion): Promise<Result<ProofAnswer, Failure>>;
  /** The receipt for a photo; undefined where the server has it not. */
  photoReceipt(sha256: Sha256): Promise<Result<PhotoReceipt | undefined, Failure>>;
  getPhoto(sha256: Sha256): Promise<Result<Uint8Array, Failure>>;
  /** Sends a photo, in pieces where it is large, going on where an earlier transfer broke; `signal` ends it between two. */
  putPhoto(sha256: Sha256, bytes: Uint8Array, signal?: AbortSignal): Promise<Result<null, Failure>>;
}

/**
 * The head a batch ends with and the root of the tree up to it, as their device signed them; `proof`: that the entries are in that tree, where
 * they end before the head.
 */
export interface SignedPush {
  readonly head: SignedHead;
  readonly root?: SignedRoot | undefined;
  readonly proof?: readonly Sha256[] | undefined;
}

/** What of others' entries is asked for: those after a cursor, but for those of the own feed. */
export interface PullQuery {
  readonly after: number;
  readonly feed: FeedId;
  readonly limit: number;
}

const MAX_HEADER_LENGTH = 2000;
// Below it gzip saves less than one packet of the network.
const WORTH_GZIP_BYTES = 1024;

/** Speaks with the one configured server through the desktop; `onBytes` hears how many each exchange carried. */
export function createHttpTransport(
  desktop: Desktop,
  onBytes?: (bytes: number) => void,
): Transport {
  async function exchange(request: Partial<HttpRequest> & Pick<HttpRequest, 'path'>) {
    const input = { method: 'GET', headers: {}, body: null, ...request } as const;
    const answer = await desktop.call('http.request', input);
    if (answer.ok) onBytes?.((input.body?.length ?? 0) + answer.value.body.length);
    return answer;
  }

  async function ask<T>(
    request: Partial<HttpRequest> & Pick<HttpRequest, 'path'>,
    schema: z.ZodType<T>,
  ): Promise<Result<T, Failure>> {
    const answer = await exchange(request);
    return answer.ok ? readAnswer(answer.value, schema) : answer;
  }

  async function post<T>(path: string, json: Uint8Array<ArrayBuffer>, schema: z.ZodType<T>) {
    const isZipped = json.length >= WORTH_GZIP_BYTES;
    const body = isZipped ? await gzip(json) : json;
    const type = { 'content-type': 'application/json' };
    const headers = isZipped ? { ...type, 'content-encoding': 'gzip' } : type;
    return ask({ method: 'POST', path, headers, body }, schema);
  }

  async function done(request: Partial<HttpRequest> & Pick<HttpRequest, 'path'>) {
    const answer = await exchange(request);
    return answer.ok ? readDone(answer.value) : answer;
  }

  function tell(path: string, json: object, method: HttpRequest['method'] = 'POST') {
    const headers = { 'content-type': 'application/json' };
    return done({ method, path, headers, body: utf8(JSON.stringify(json)) });
  }

  return {
    health: () => ask({ path: '/health' }, healthSchema),
    signIn: (input) => post('/session', utf8(JSON.stringify(input)), signedInSchema),
    session: () => ask({ path: '/session' }, signedInSchema),
    signOut: () => done({ method: 'DELETE', path: '/session' }),
    challenge: () => ask({ method: 'POST', path: '/session/challenge' }, challengeSchema),
    renew: (input) => post('/session/renewed', utf8(JSON.stringify(input)), signedInSchema),
    push({ name, bytes, coveredBy }, signed) {
      const covered = coveredBy && JSON.stringify(coveredBy);
      // One with so many refusals that it is no header any more is left out: the entries are judged anew.
      const isHeader = covered !== undefined && covered.length <= MAX_HEADER_LENGTH;
      const headers = {
        'content-type': SEGMENT_TYPE,
        [SEGMENT_NAME_HEADER]: name,
        ...(isHeader && { [COVERED_HEADER]: covered }),
        ...(signed && { [HEAD_HEADER]: JSON.stringify(signed.head) }),
        ...(signed?.root && { [TREE_HEADER]: JSON.stringify(signed.root) }),
        ...(signed?.proof && { [PROOF_HEADER]: JSON.stringify(signed.proof) }),
      };
      return ask({ method: 'POST', path: '/sync/push', headers, body: bytes }, pushResponseSchema);
    },
    registerDevice(device, registration, auditNumbers) {
      const body = utf8(JSON.stringify(registration));
      const headers = { 'content-type': 'application/json' };
      const asked = auditNumbers.length > 0 ? `?audit=${auditNumbers.join(',')}` : '';
      const path = `/devices/${device}${asked}`;
      return ask({ method: 'PUT', path, headers, body }, teamKeysSchema);
    },
    teamKeys: () => ask({ path: '/devices' }, teamKeysSchema),
    enrol: (input) => post('/enrolled', utf8(JSON.stringify(input)), signedInSchema),
    team: () => ask({ path: '/team' }, teamOverviewSchema),
    putInTeam: (person, change) => tell(`/team/${person}`, change, 'PUT'),
    openEnrolment: (input) => tell('/enrolments', input),
    noteExport: (note) => tell('/audit/exports', note),
    withdrawEnrolment: (enrolment) => done({ method: 'DELETE', path: `/enrolments/${enrolment}` }),
    barDevice: (device) => done({ method: 'DELETE', path: `/devices/${device}` }),
    async pull({ after, feed, limit }) {
      const query = `protocol=${PROTOCOL_VERSION}&after=${after}&feed=${feed}&limit=${limit}`;
      const answer = await exchange({ path: `/sync/pull?${query}` });
      return answer.ok ? readPage(answer.value) : answer;
    },
    proofs: (question) => post('/sync/proofs', utf8(JSON.stringify(question)), proofAnswerSchema),
    feedState: (feed) => ask({ path: `/sync/feeds/${feed}` }, feedStateSchema),
    async photoReceipt(sha256) {
      const answer = await exchange({ method: 'HEAD', path: `/photos/${sha256}` });
      if (!answer.ok) return answer;
      const { status } = answer.value;
      // A sign-in page answers 200 as well, but no image; an answer to HEAD has no body that could tell.
      if (status === 200) return readPhotoReceipt(answer.value);
      if (status === 401) return err({ kind: 'account/signed-out' });
      return isSuccess(answer.value) || status === 404
        ? ok(undefined)
        : err(readFailure(answer.value));
    },
    async getPhoto(sha256) {
      const answer = await exchange({ path: `/photos/${sha256}` });
      if (!answer.ok) return answer;
      return isSuccess(answer.value) ? ok(answer.value.body) : err(readFailure(answer.value));
    },
    putPhoto: (sha256, bytes, signal) => uploadPhoto(exchange, sha256, bytes, signal),
  };
}
