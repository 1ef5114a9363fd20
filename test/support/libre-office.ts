import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';

const run = promisify(execFile);

// LibreOffice's CSV filter: comma, double quote, UTF-8, from row 1, texts as texts, cell values and not what is shown, every sheet.
const FILTER = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';

const binary = (process.env['PATH'] ?? '')
  .split(path.delimiter)
  .map((folder) => path.join(folder, 'soffice'))
  .find((file) => existsSync(file));

/** Whether LibreOffice is on this machine. */
export const hasLibreOffice = binary !== undefined;

/** Opens a workbook in LibreOffice and answers the values of each sheet, row by row, by the sheet's name. */
export async function readInLibreOffice(
  workbook: Uint8Array,
): Promise<Readonly<Record<string, readonly (readonly string[])[]>>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bazarnegar-office-'));
  try {
    await writeFile(path.join(folder, 'book.xlsx'), workbook);
    const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
    const target = ['--headless', '--convert-to', FILTER, '--outdir', folder];
    await run(binary ?? 'soffice', [profile, ...target, path.join(folder, 'book.xlsx')]);
    const files = (await readdir(folder)).filter((file) => file.endsWith('.csv'));
    const sheets = await Promise.all(
      files.map(async (file) => {
        const rows: readonly (readonly string[])[] = parse(
          await readFile(path.join(folder, file), 'utf8'),
          { bom: true, relaxColumnCount: true },
        );
        return [file.replace(/^book-/, '').replace(/\.csv$/, ''), rows] as const;
      }),
    );
    return Object.fromEntries(sheets);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
