import { appendFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';

const MAX_BYTES = 1_000_000;

/** Notes something that should not happen: names and codes, never what people typed. */
export type MainLog = (what: string, detail: string) => void;

/** A log in a folder, one JSON line each; at 1 MB it starts anew and the old one is kept once. */
export function createMainLog(folder: string): MainLog {
  const place = path.join(folder, 'main.log');
  let last: Promise<void> = Promise.resolve();

  return (what, detail) => {
    const line = `${JSON.stringify({ at: new Date().toISOString(), what, detail })}\n`;
    // A log that cannot be written must not stop the work.
    last = last.then(() => write(place, line)).catch(() => undefined);
  };
}

async function write(place: string, line: string): Promise<void> {
  const size = await stat(place).then(
    (found) => found.size,
    () => 0,
  );
  if (size > MAX_BYTES) await rename(place, `${place}.old`);
  await appendFile(place, line, { mode: 0o600 });
}
