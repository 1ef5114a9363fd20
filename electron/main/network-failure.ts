import type { FailureOf } from '#shared/core/failure.ts';
import { errorCode } from './durable-file.ts';

/** Why an exchange with the server did not come about. */
export type NetworkFailure = FailureOf<
  'network/unreachable' | 'network/not-our-server' | 'network/bad-certificate' | 'network/too-slow'
>;

// The names of Node and OpenSSL. A clock that is years off makes every certificate invalid.
const dateCodes = /^CERT_(?:HAS_EXPIRED|NOT_YET_VALID)$/;
const nameCodes = /^(?:ERR_TLS_CERT_ALTNAME_|HOSTNAME_MISMATCH)/;
const issuerCodes = /^(?:CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|INVALID_CA)/;
// An answer that is not HTTP, not TLS, or not what it says is what a hotspot's sign-in page looks like.
const strangerCodes = /^(?:ERR_TLS_|ERR_SSL_|HPE_|Z_|EPROTO$)/;

/** The failure that an error of the network means to a person. */
export function networkFailure(error: unknown): NetworkFailure {
  const code = errorCode(error);
  if (code === 'ETIMEDOUT') return { kind: 'network/too-slow' };
  if (dateCodes.test(code)) return { kind: 'network/bad-certificate', fault: 'date' };
  if (nameCodes.test(code)) return { kind: 'network/bad-certificate', fault: 'name' };
  if (issuerCodes.test(code)) return { kind: 'network/bad-certificate', fault: 'issuer' };
  if (strangerCodes.test(code)) return { kind: 'network/not-our-server' };
  return { kind: 'network/unreachable' };
}
