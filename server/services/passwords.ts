import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** How dear one guess is: scrypt's N is 2 to the power of `log2n`. */
export interface PasswordCost {
  readonly log2n: number;
  readonly r: number;
  readonly p: number;
}

/** Fewest characters of a password. */
export const MIN_PASSWORD_LENGTH = 10;

// OWASP's password storage cheat sheet, scrypt: 32 MiB and three passes weigh as much as 128 MiB and one.
const defaultPasswordCost: PasswordCost = { log2n: 15, r: 8, p: 3 };

// Each guess takes 32 MiB and a thread: more at once would let strangers exhaust the machine by signing in.
const MAX_AT_ONCE = 2;
const MAX_WAITING = 50;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** Hashes and checks passwords, a few at a time. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /**
   * Whether a password is that of `hash`; with undefined as hash it takes as long and is false, so that the time does
   * not tell who exists. `busy` where too many wait already.
   */
  check(password: string, hash: string | undefined): Promise<boolean | 'busy'>;
}

/** Makes the password service of a process. */
export function createPasswords(cost: PasswordCost = defaultPasswordCost): Passwords {
  const waiting: (() => void)[] = [];
  let running = 0;

  async function takeTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= MAX_AT_ONCE) await new Promise<void>((resolve) => void waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  }

  return {
    hash: async (password) => {
      const salt = randomBytes(SALT_BYTES);
      const derived = await takeTurn(async () => derive(password, salt, cost));
      const { log2n, r, p } = cost;
      return ['scrypt', log2n, r, p, salt.toString('base64'), derived.toString('base64')].join('$');
    },
    check: async (password, hash) => {
      if (waiting.length >= MAX_WAITING) return 'busy';
      const known = hash === undefined ? undefined : parseHash(hash);
      const salt = known?.salt ?? Buffer.alloc(SALT_BYTES);
      const derived = await takeTurn(async () => derive(password, salt, known?.cost ?? cost));
      return known !== undefined && timingSafeEqual(derived, known.derived);
    },
  };
}

/** A password for a person to type once: 20 letters and digits, 100 bits, none of which are easily confused. */
export function generatePassword(): string {
  const alphabet = 'abcdefghjkmnpqrstuvwxyz123456789';
  const letters = [...randomBytes(20)].map((byte) => alphabet[byte % alphabet.length] ?? '');
  return letters.join('').replaceAll(/(.{5})(?!$)/g, '$1-');
}

function derive(password: string, salt: Buffer, { log2n, r, p }: PasswordCost): Promise<Buffer> {
  const N = 2 ** log2n;
  // The same password typed on two systems may be composed differently (RFC 8265 asks for NFC).
  const typed = password.normalize('NFC');
  return new Promise((resolve, reject) => {
    scrypt(typed, salt, HASH_BYTES, { N, r, p, maxmem: 256 * N * r }, (error, derived) => {
      if (error) reject(error);
      else resolve(derived);
    });
  });
}

interface ParsedHash {
  readonly cost: PasswordCost;
  readonly salt: Buffer;
  readonly derived: Buffer;
}

function parseHash(hash: string): ParsedHash {
  const [scheme, log2n, r, p, salt = '', derived = ''] = hash.split('$');
  if (scheme !== 'scrypt') throw new Error('unknown password scheme');
  return {
    cost: { log2n: Number(log2n), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'base64'),
    derived: Buffer.from(derived, 'base64'),
  };
}
