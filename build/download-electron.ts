import { spawnSync } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { downloadArtifact } from '@electron/get';
import { z } from 'zod';
import { electronPackage, electronVersion } from './find-electron.ts';

// Electron's own downloader waits five minutes for a server that says nothing; ours gives up when nothing arrives for this long.
const STALL_MS = Number(process.env['ELECTRON_STALL_MS'] ?? 15_000);
const MEBIBYTE = 1_048_576;

/**
 * Downloads and unpacks the Electron program, by @electron/get's own rules for cache, checksums and mirrors (ELECTRON_MIRROR ...).
 * Gives undefined when it is there, else why it is not.
 */
export async function downloadElectron(): Promise<string | undefined> {
  const version = electronVersion();
  const checksums: unknown = JSON.parse(
    readFileSync(path.join(electronPackage, 'checksums.json'), 'utf8'),
  );
  const cacheRoot = process.env['electron_config_cache'];
  console.log(
    `Electron ${version} is not on this machine yet; downloading it once (about 120 MB) ...`,
  );
  try {
    await downloadArtifact({
      version,
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      checksums: z.record(z.string(), z.string()).parse(checksums),
      downloader: { download },
      ...(cacheRoot === undefined ? {} : { cacheRoot }),
    });
  } catch (error) {
    return `its download failed: ${reasonOf(error)}`;
  }
  const unpacked = spawnSync(process.execPath, [path.join(electronPackage, 'install.js')], {
    stdio: 'inherit',
  });
  return unpacked.status === 0 ? undefined : `unpacking it ended with ${unpacked.status}`;
}

async function download(url: string, file: string): Promise<void> {
  const stalled = new AbortController();
  let timer = setTimeout(() => stalled.abort(), STALL_MS);
  try {
    const response = await fetch(url, { signal: stalled.signal });
    if (!response.ok || response.body === null)
      throw new Error(`the server answered ${response.status} ${response.statusText}`);
    const total = Number(response.headers.get('content-length') ?? 0);
    await mkdir(path.dirname(file), { recursive: true });
    let received = 0;
    let shown = 0;
    await pipeline(
      response.body,
      async function* tell(chunks: AsyncIterable<Uint8Array>) {
        for await (const chunk of chunks) {
          clearTimeout(timer);
          timer = setTimeout(() => stalled.abort(), STALL_MS);
          received += chunk.length;
          if (received - shown > 20 * MEBIBYTE) {
            shown = received;
            console.log(`  ${toMebibytes(received)} of ${toMebibytes(total)} MB`);
          }
          yield chunk;
        }
      },
      createWriteStream(file),
    );
  } catch (error) {
    if (stalled.signal.aborted)
      throw new Error(`nothing arrived for ${STALL_MS / 1000} s`, { cause: error });
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function toMebibytes(bytes: number): string {
  return (bytes / MEBIBYTE).toFixed(0);
}

/** `fetch failed` says nothing; what it hides does. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (!(cause instanceof Error) || error.message.startsWith('nothing arrived'))
    return error.message;
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
}
