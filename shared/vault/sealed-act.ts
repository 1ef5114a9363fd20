import type { Sealer } from './seal.ts';

/**
 * What a sealed act of the journal says in clear: its number, which only grows along the journal, and blind names of what it is
 * about, by which superseded acts are found without a key.
 */
export interface ActHead {
  readonly number: number;
  /** True where everything in the act is superseded by a later act about the same subjects. */
  readonly canGo: boolean;
  readonly subjects: readonly ActSubject[];
}

/** A thing an act is about: 32 hex digits that say nothing, and whether the act only takes it away. */
export interface ActSubject {
  readonly name: string;
  readonly isRemoval: boolean;
}

/** The first byte; an act in clear begins with `[`. */
const SEALED = 1;
const FIXED_BYTES = 12;
const NAME_BYTES = 16;
const SUBJECT_BYTES = NAME_BYTES + 1;
const CAN_GO = 1;
const IS_REMOVAL = 1;
const HIGH = 0x1_0000_0000;

/** Seals an act. The head is bound to it: an act cannot be moved, repeated or passed off as another. */
export function sealAct(
  sealer: Sealer,
  vault: string,
  act: Uint8Array,
  head: ActHead,
): Uint8Array<ArrayBuffer> {
  const clear = encodeHead(head);
  const sealed = sealer.seal(act, placeOf(vault, clear));
  const bytes = new Uint8Array(clear.length + sealed.length);
  bytes.set(clear);
  bytes.set(sealed, clear.length);
  return bytes;
}

/** The head of a sealed act, without its key; undefined where it is none. */
export function readActHead(bytes: Uint8Array): ActHead | undefined {
  const length = headBytes(bytes);
  if (length === undefined) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const subjects: ActSubject[] = [];
  for (let at = FIXED_BYTES; at < length; at += SUBJECT_BYTES) {
    subjects.push({
      name: toHex(bytes.subarray(at, at + NAME_BYTES)),
      isRemoval: bytes[at + NAME_BYTES] === IS_REMOVAL,
    });
  }
  return {
    number: view.getUint32(4, true) + view.getUint32(8, true) * HIGH,
    canGo: bytes[1] === CAN_GO,
    subjects,
  };
}

/** The act and its number; undefined where it is none of this vault, or not as it was sealed. */
export function openAct(
  sealer: Sealer,
  vault: string,
  bytes: Uint8Array,
): { readonly act: Uint8Array; readonly number: number } | undefined {
  const length = headBytes(bytes);
  const head = readActHead(bytes);
  if (length === undefined || !head) return undefined;
  const act = sealer.open(bytes.subarray(length), placeOf(vault, bytes.subarray(0, length)));
  return act && { act, number: head.number };
}

function encodeHead({ number, canGo, subjects }: ActHead): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(FIXED_BYTES + subjects.length * SUBJECT_BYTES);
  const view = new DataView(bytes.buffer);
  bytes[0] = SEALED;
  bytes[1] = canGo ? CAN_GO : 0;
  view.setUint16(2, subjects.length, true);
  view.setUint32(4, number % HIGH, true);
  view.setUint32(8, Math.floor(number / HIGH), true);
  for (const [index, { name, isRemoval }] of subjects.entries()) {
    const at = FIXED_BYTES + index * SUBJECT_BYTES;
    bytes.set(fromHex(name), at);
    bytes[at + NAME_BYTES] = isRemoval ? IS_REMOVAL : 0;
  }
  return bytes;
}

function headBytes(bytes: Uint8Array): number | undefined {
  if (bytes[0] !== SEALED || bytes.length < FIXED_BYTES) return undefined;
  const count = (bytes[2] ?? 0) + (bytes[3] ?? 0) * 0x100;
  const length = FIXED_BYTES + count * SUBJECT_BYTES;
  return bytes.length < length ? undefined : length;
}

function placeOf(vault: string, head: Uint8Array): string {
  return `journal ${vault} ${toHex(head)}`;
}

function toHex(bytes: Uint8Array): string {
  return bytes.reduce((hex, byte) => hex + byte.toString(16).padStart(2, '0'), '');
}

function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
