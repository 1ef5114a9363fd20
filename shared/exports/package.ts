import { createSha256, utf8 } from '../core/hash.ts';
import { instantMs } from '../core/instant.ts';
import { directionOf } from '../core/language.ts';
import type { Result } from '../core/result.ts';
import { err, ok } from '../core/result.ts';
import type { SurveyFormId } from '../forms/definitions/catalogue.ts';
import { surveyFormIds } from '../forms/definitions/catalogue.ts';
import { choicesTable, codebookTable } from './codebook-tables.ts';
import { writeCsv } from './csv.ts';
import { dictionaryTable } from './dictionary-table.ts';
import type { ExportSource } from './export-source.ts';
import type { ExportChoices, ExportOrigin, Manifest, PackedFile } from './manifest.ts';
import { makeManifest } from './manifest.ts';
import type { RecordTable, Tally } from './record-table.ts';
import { openRecordTable } from './record-table.ts';
import { writeXlsx } from './xlsx.ts';
import type { ZipFile } from './zip.ts';
import { writeZip } from './zip.ts';

/** A record came, went or changed between the two times it was read: the two files would not agree, nothing is kept. */
export interface RecordsChanged {
  readonly kind: 'export/records-changed';
  readonly form: SurveyFormId;
}

/** What is to be packed. `onRecord` is called for each record written, twice for each one there is. */
export interface PackageOrder {
  readonly choices: ExportChoices;
  readonly origin: ExportOrigin;
  /** Minutes east of UTC of the clock by which it is told when a record was made. */
  readonly offsetMinutes: number;
  readonly onRecord?: () => void;
}

/** How often the records of a package are read: for each file format once. */
export const PACKAGE_READINGS = 2;

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A file of a package on its way: its bytes are made as they are asked for. */
export interface PackageFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: AsyncIterable<Uint8Array>;
}

/** A package before it has a wrapping. Its files are to be read once, each to its end, in order; only then is the rest known. */
export interface OpenPackage {
  files(): Iterable<PackageFile>;
  /** What was read: the counts, and of each file its size and hash. */
  manifest(): Manifest;
  /** The form whose records were others when they were read for the second file. */
  changed(): SurveyFormId | undefined;
}

/**
 * A package of a CSV for each form, `records.xlsx` with a sheet for each, `codebook.csv` and `choices.csv`. Nothing is held but the
 * counts.
 */
export function openPackage(source: ExportSource, order: PackageOrder): OpenPackage {
  const files: PackedFile[] = [];
  const tallies = new Map<SurveyFormId, Tally>();
  let changed: SurveyFormId | undefined;

  function opened(form: SurveyFormId): RecordTable {
    return openRecordTable(form, source, order, order.onRecord);
  }
  async function* csvOf(form: SurveyFormId): AsyncGenerator<Uint8Array> {
    const { table, tally } = opened(form);
    yield* writeCsv(table);
    tallies.set(form, tally());
  }
  async function* workbook(): AsyncGenerator<Uint8Array> {
    const keptAsText = new Map<string, number>();
    async function* tables() {
      for (const form of surveyFormIds) {
        const { table, tally } = opened(form);
        yield table;
        if (tally().digest !== tallies.get(form)?.digest) changed ??= form;
      }
      const labelled = { ...order, choices: { ...order.choices, texts: 'labels' } as const };
      const named = surveyFormIds.map((form) => openRecordTable(form, source, labelled).table);
      yield dictionaryTable(named, keptAsText, order.choices.language);
    }
    yield* writeXlsx(tables(), {
      rightToLeft: directionOf[order.choices.language] === 'rtl',
      modifiedMs: instantMs(order.origin.exportedAt),
      onKeptAsText: (table, column) => {
        const key = `${table}.${column}`;
        keptAsText.set(key, (keptAsText.get(key) ?? 0) + 1);
      },
    });
  }
  function packed(
    name: string,
    mediaType: string,
    content: AsyncIterable<Uint8Array>,
  ): PackageFile {
    async function* counted() {
      const hash = createSha256();
      let bytes = 0;
      for await (const piece of content) {
        hash.update(piece);
        bytes += piece.length;
        yield piece;
      }
      files.push({ name, mediaType, bytes, sha256: hash.digest() });
    }
    return { name, mediaType, content: counted() };
  }
  return {
    *files() {
      for (const form of surveyFormIds) yield packed(`${form}.csv`, 'text/csv', csvOf(form));
      yield packed('records.xlsx', XLSX_TYPE, workbook());
      yield packed('codebook.csv', 'text/csv', writeCsv(codebookTable()));
      yield packed('choices.csv', 'text/csv', writeCsv(choicesTable()));
    },
    manifest() {
      const forms = Object.fromEntries([...tallies].map(([form, { count }]) => [form, count]));
      return makeManifest(order.origin, order.choices, forms as Manifest['forms'], files);
    },
    changed: () => changed,
  };
}

/** The package as one zip in pieces, `manifest.json` last. Its return value is the manifest, or why the pieces must be thrown away. */
export async function* writePackage(
  source: ExportSource,
  order: PackageOrder,
): AsyncGenerator<Uint8Array, Result<Manifest, RecordsChanged>> {
  const { files, manifest, changed } = openPackage(source, order);
  function* contents(): Generator<ZipFile> {
    for (const { name, mediaType, content } of files()) {
      yield { name, content, ...(mediaType === XLSX_TYPE ? { compressed: true } : {}) };
    }
    yield { name: 'manifest.json', content: [utf8(`${JSON.stringify(manifest(), null, 2)}\n`)] };
  }
  yield* writeZip(contents(), instantMs(order.origin.exportedAt));
  const form = changed();
  return form === undefined ? ok(manifest()) : err({ kind: 'export/records-changed', form });
}
