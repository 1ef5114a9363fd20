import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { Desktop, DesktopChannel, DesktopInput } from '#shared/desktop/contract.ts';
import type { Manifest } from '#shared/exports/manifest.ts';
import type { RecordsChanged } from '#shared/exports/package.ts';
import type { PackagePieces } from '../../../../../renderer/features/export/save-export.ts';
import { saveExport } from '../../../../../renderer/features/export/save-export.ts';

const manifest = { format: 'bazarnegar-export' } as Manifest;
const full: Failure = { kind: 'file/not-saved', detail: 'ENOSPC' };

/** A shell that keeps one file in memory, and whose disk may be full after some bytes. */
function createFileDesktop({
  begins = 'handle',
  room = Infinity,
}: { begins?: string | null; room?: number } = {}) {
  const file: { bytes: Uint8Array; end: 'open' | 'kept' | 'gone' } = {
    bytes: new Uint8Array(0),
    end: 'open',
  };
  const answers: { readonly [C in DesktopChannel]?: (input: never) => unknown } = {
    'file.begin': () => ok(begins),
    'file.write': ({ bytes }: DesktopInput<'file.write'>) => {
      if (file.bytes.length + bytes.length > room) return err(full);
      file.bytes = Buffer.concat([file.bytes, bytes]);
      return ok(null);
    },
    'file.end': ({ keep }: DesktopInput<'file.end'>) => {
      file.end = keep ? 'kept' : 'gone';
      return ok(null);
    },
  };
  const desktop = {
    host: 'desktop',
    appVersion: '0',
    call: async (channel: DesktopChannel, input: never) => answers[channel]?.(input),
  } as unknown as Desktop;
  return { desktop, file };
}

async function* piecesOf(
  pieces: readonly Uint8Array[],
  last: Result<Manifest, RecordsChanged> = ok(manifest),
): PackagePieces {
  yield* pieces;
  return last;
}

const pieces = [
  new Uint8Array(300_000).fill(1),
  new Uint8Array(300_000).fill(2),
  new Uint8Array(7),
];
const name = 'bazarnegar-sample.zip';
const never = new AbortController().signal;

describe('an export', () => {
  test('is written whole, and its name, size and SHA-256 are told', async () => {
    const { desktop, file } = createFileDesktop();
    const outcome = await saveExport(desktop, name, async () => piecesOf(pieces), never);
    const written = file.bytes;
    expect(Buffer.concat(pieces).equals(written)).toBe(true);
    expect(outcome).toEqual({
      kind: 'saved',
      name,
      bytes: 600_007,
      sha256: createHash('sha256').update(written).digest('hex'),
      manifest,
    });
    expect(file.end).toBe('kept');
  });

  test('that the person does not want after all reads no record', async () => {
    const { desktop } = createFileDesktop({ begins: null });
    let isOpened = false;
    async function open(): Promise<PackagePieces> {
      isOpened = true;
      return piecesOf(pieces);
    }
    expect(await saveExport(desktop, name, open, never)).toEqual({ kind: 'not-wanted' });
    expect(isOpened).toBe(false);
  });

  test('that is cancelled on the way leaves no file', async () => {
    const { desktop, file } = createFileDesktop();
    const controller = new AbortController();
    async function* cancelling(): PackagePieces {
      yield new Uint8Array(600_000);
      controller.abort();
      yield new Uint8Array(1);
      return ok(manifest);
    }
    const outcome = await saveExport(desktop, name, async () => cancelling(), controller.signal);
    expect(outcome).toEqual({ kind: 'not-wanted' });
    expect(file.end).toBe('gone');
  });

  test('for which the disk has no room says so and leaves no file', async () => {
    const { desktop, file } = createFileDesktop({ room: 100 });
    const outcome = await saveExport(desktop, name, async () => piecesOf(pieces), never);
    expect(outcome).toEqual({ kind: 'failed', failure: full });
    expect(file.end).toBe('gone');
  });

  test('of records that changed meanwhile says so and leaves no file', async () => {
    const { desktop, file } = createFileDesktop();
    const changed = err({ kind: 'export/records-changed', form: 'price' } as const);
    const outcome = await saveExport(desktop, name, async () => piecesOf(pieces, changed), never);
    expect(outcome).toEqual({ kind: 'export/records-changed', form: 'price' });
    expect(file.end).toBe('gone');
  });
});
