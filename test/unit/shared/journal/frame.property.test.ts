import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyJournal, encodeFrame, scanFrames } from '#shared/journal/frame.ts';

const payloads = fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 8 });

function write(contents: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(contents.map((payload) => encodeFrame(payload)));
}

function texts(contents: readonly Uint8Array[]): readonly string[] {
  return contents.map((payload) => Buffer.from(payload).toString('hex'));
}

test('what is written as frames is read back as it was', () => {
  fc.assert(
    fc.property(payloads, (given) => {
      const scan = scanFrames(write(given));
      expect(texts(scan.payloads)).toEqual(texts(given));
      expect(scan.tail).toBe('whole');
      expect(scan.position.frames).toBe(given.length);
    }),
  );
});

test('a journal cut anywhere keeps every frame before the cut', () => {
  fc.assert(
    fc.property(payloads, fc.nat(), (given, cut) => {
      const bytes = write(given);
      const at = cut % (bytes.length + 1);
      const scan = scanFrames(bytes.subarray(0, at));
      let end = 0;
      const whole = given.filter((payload) => (end += encodeFrame(payload).length) <= at);
      expect(texts(scan.payloads)).toEqual(texts(whole));
      expect(scan.tail).toBe(scan.position.bytes === at ? 'whole' : 'cut');
    }),
    { numRuns: 1000 },
  );
});

test('a flipped bit is seen, and nothing that was not written is ever read', () => {
  fc.assert(
    fc.property(payloads, fc.nat(), (given, chance) => {
      const bytes = write(given);
      if (bytes.length === 0) return;
      const bit = chance % (bytes.length * 8);
      const byte = Math.floor(bit / 8);
      bytes[byte] = (bytes[byte] ?? 0) ^ (1 << (bit % 8));
      const scan = scanFrames(bytes);
      expect(scan.tail).not.toBe('whole');
      expect(texts(scan.payloads)).toEqual(texts(given.slice(0, scan.payloads.length)));
      expect(scan.position.bytes).toBeLessThanOrEqual(byte);
    }),
    { numRuns: 1000 },
  );
});

test('a journal read in two stretches is the journal read in one', () => {
  fc.assert(
    fc.property(payloads, fc.nat(), (given, split) => {
      const at = split % (given.length + 1);
      const first = scanFrames(write(given.slice(0, at)), emptyJournal);
      const second = scanFrames(write(given.slice(at)), first.position);
      expect(second.position).toEqual(scanFrames(write(given)).position);
    }),
  );
});
