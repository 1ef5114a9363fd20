import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { surveyFormIds } from '#shared/forms/definitions/catalogue.ts';

/** What an export package holds: its files, and the rows of each form's CSV. */
export interface ReadExport {
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly rows: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
}

/** Reads an export package back, as its user's own tools would. */
export function readExport(file: string): ReadExport {
  const files = unzipSync(readFileSync(file));
  const rows = Object.fromEntries(
    surveyFormIds.map((form) => {
      const name = Object.keys(files).find((each) => each.endsWith(`${form}.csv`));
      const bytes = name === undefined ? undefined : files[name];
      if (!bytes) throw new Error(`${form}.csv is not in ${file}`);
      return [
        form,
        parse<Record<string, string>>(Buffer.from(bytes), { bom: true, columns: true }),
      ];
    }),
  );
  return { files, rows };
}
