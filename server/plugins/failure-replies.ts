import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Failure, FailureKind } from '#shared/core/failure.ts';
import type { FailureReply } from '#shared/sync/http-api.ts';

/** The HTTP status of every kind of failure; those that never arise on a server count as its own fault. */
const statusOf: Readonly<Record<FailureKind, number>> = {
  'journal/disk-full': 500,
  'journal/write-failed': 500,
  'journal/held-elsewhere': 500,
  'journal/newer-version': 500,
  'journal/volume-missing': 500,
  'index/write-failed': 500,
  'vault/locked': 500,
  'vault/wrong-passphrase': 500,
  'vault/damaged': 500,
  'vault/newer-version': 500,
  'vault/weak-parameters': 500,
  'vault/foreign-act': 500,
  'vault/photos-missing': 500,
  'vault/unfinished-work': 500,
  'vault/not-read-back': 500,
  'vault/new-work': 500,
  'photo/not-an-image': 415,
  'photo/cut-off': 500,
  'photo/too-many-pixels': 500,
  'photo/too-large': 413,
  'photo/missing': 404,
  'photo/no-room': 500,
  'file/not-saved': 500,
  'file/wrong-kind': 500,
  'file/newer-version': 500,
  'copy/folder-missing': 500,
  'copy/disk-full': 500,
  'copy/not-written': 500,
  'copy/none-there': 500,
  'copy/laptop-not-empty': 500,
  'file/not-read': 500,
  'bundle/damaged': 422,
  'bundle/not-for-you': 422,
  'bundle/newer-version': 422,
  'bundle/other-project': 422,
  'bundle/wrong-signature': 422,
  'bundle/your-own': 500,
  'bundle/nobody-to-open': 500,
  'bundle/not-as-written': 500,
  'receipt/not-a-receipt': 500,
  'receipt/not-yours': 500,
  'network/unreachable': 500,
  'network/no-server-set': 500,
  'network/bad-address': 500,
  'network/not-our-server': 500,
  'network/bad-certificate': 500,
  'network/too-slow': 500,
  'server/busy': 503,
  'server/internal': 500,
  'server/too-large': 413,
  'server/bad-request': 400,
  'server/not-found': 404,
  'account/wrong-credentials': 401,
  'account/too-many-tries': 429,
  'account/signed-out': 401,
  'account/sign-in-again': 403,
  'account/not-allowed': 403,
  'account/other-person': 403,
  'account/ended': 403,
  'device/unknown': 403,
  'device/revoked': 403,
  'device/wrong-signature': 422,
  'enrolment/wrong-code': 401,
  'enrolment/not-a-starter': 500,
  'sync/update-needed': 409,
  'sync/bad-batch': 400,
  'sync/gap': 409,
  'sync/forked-feed': 409,
  'sync/broken-chain': 409,
  'sync/no-room': 500,
  'sync/wrong-receipt': 500,
  'sync/other-server': 500,
  'sync/server-outdated': 500,
  'sync/server-forgot': 500,
  'sync/audit-changed': 500,
  'sync/audit-restored': 500,
  'sync/not-proved': 500,
  'sync/other-device': 500,
  'sync/cannot-verify': 500,
  'record/bad-answer': 422,
  'record/unknown-form': 422,
  'record/not-yours': 403,
  'record/review-step': 409,
  'record/clock-ahead': 422,
  'record/missing': 404,
  'record/refused-before': 409,
};

const BUSY_RETRY_SECONDS = 5;

/** Sends a failure with the status of its kind, and when to try again where that is known. */
export function sendFailure(reply: FastifyReply, failure: Failure): FastifyReply {
  const body: FailureReply = { failure };
  if (failure.kind === 'account/too-many-tries') {
    void reply.header('retry-after', failure.retryAfterSeconds);
  }
  if (failure.kind === 'server/busy') void reply.header('retry-after', BUSY_RETRY_SECONDS);
  return reply.code(statusOf[failure.kind]).type('application/json; charset=utf-8').send(body);
}

/** A failure as tus answers it: it takes what it refuses with as a status and a text. */
export function uploadRefusal(failure: Failure): Error & { status_code: number; body: string } {
  const body: FailureReply = { failure };
  return Object.assign(new Error(failure.kind), {
    status_code: statusOf[failure.kind],
    body: JSON.stringify(body),
  });
}

/** Thrown where only throwing ends a request (hooks, parsers of bodies, the rate limiter). */
export interface ThrownFailure extends Error {
  readonly failure: Failure;
}

/** An error that is answered as this failure. */
export function failureError(failure: Failure): ThrownFailure {
  return Object.assign(new Error(failure.kind), { failure });
}

/** Makes every refusal and every error a `FailureReply`; the text of an unforeseen error goes to the log alone. */
export function replyWithFailures(
  app: FastifyInstance,
  isPassing: (error: unknown) => boolean,
): void {
  app.setNotFoundHandler((_request, reply) => sendFailure(reply, { kind: 'server/not-found' }));
  app.setErrorHandler<FastifyError>((error, request, reply) =>
    sendFailure(reply, failureOf(error, request, isPassing)),
  );
}

function failureOf(
  error: FastifyError | ThrownFailure,
  request: FastifyRequest,
  isPassing: (error: unknown) => boolean,
): Failure {
  if ('failure' in error) return error.failure;
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return { kind: 'server/too-large' };
  const status = error.statusCode ?? 500;
  if (status >= 400 && status < 500) return { kind: 'server/bad-request', detail: error.code };
  request.log.error({ err: error, route: request.routeOptions.url }, 'request failed');
  return isPassing(error) ? { kind: 'server/busy' } : { kind: 'server/internal' };
}
