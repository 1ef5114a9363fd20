import type { FailureOf } from '#shared/core/failure.ts';
import { errorCode } from './durable-file.ts';

/** Why an exchange with the server did not come about. */
export type NetworkFailure = FailureOf<
  'network/unreachable' | 'network/not-our-server' | 'network/too-slow'
>;

// Node's own names: a certificate that is not the server's, or an answer that is not HTTP or not what it says, is what a hotspot's sign-in page looks like.
const strangerCodes =
  /^(?:CERT_|ERR_TLS_|ERR_SSL_|HPE_|Z_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|EPROTO$)/;

/** The failure that an error of the network means to a person. */
export function networkFailure(error: unknown): NetworkFailure {
  const code = errorCode(error);
  if (code === 'ETIMEDOUT') return { kind: 'network/too-slow' };
  if (strangerCodes.test(code)) return { kind: 'network/not-our-server' };
  return { kind: 'network/unreachable' };
}
