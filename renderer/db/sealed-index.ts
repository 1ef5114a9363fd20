import type { DBCore, DBCoreCursor, DBCoreTable, DBCoreTableSchema, Middleware } from 'dexie';
import { utf8 } from '#shared/core/hash.ts';
import type { Sealer } from '#shared/vault/seal.ts';
import { createOpenedRows } from './opened-rows.ts';

/** A row as it lies on the disk: what its keys and indexes are made of, and all of it sealed. */
interface SealedRow {
  readonly $: Uint8Array;
}

/**
 * Seals every row of the index but the fields its keys and indexes are made of, bound to its table and key. It is done on the spot,
 * before the row goes to IndexedDB and after it comes back, so a transaction never waits for it.
 */
export function sealedIndex(sealer: Sealer): Middleware<DBCore> {
  return {
    stack: 'dbcore',
    name: 'sealed-index',
    create(core) {
      // Dexie asks for its tables in every transaction anew.
      const tables = new Map<string, DBCoreTable>();
      return {
        ...core,
        table(name) {
          const known = tables.get(name);
          if (known) return known;
          const table = sealTable(core.table(name), sealer);
          tables.set(name, table);
          return table;
        },
      };
    },
  };
}

/** Tables that are listed whole: their rows stay open in memory, as they do on the screens that show them. */
const listed: ReadonlySet<string> = new Set(['records']);

function sealTable(table: DBCoreTable, sealer: Sealer): DBCoreTable {
  const { schema } = table;
  const clear = clearFields(schema);

  function placeOf(row: object): string {
    return `${table.name} ${JSON.stringify(schema.primaryKey.extractKey?.(row))}`;
  }

  function seal(row: Readonly<Record<string, unknown>>): SealedRow {
    const sealed: Record<string, unknown> = {
      $: sealer.seal(utf8(JSON.stringify(row)), placeOf(row)),
    };
    for (const field of clear) {
      if (row[field] !== undefined) sealed[field] = row[field];
    }
    return sealed as unknown as SealedRow;
  }

  function decipher({ $ }: SealedRow, place: string): unknown {
    const plain = sealer.open($, place);
    // The index is thrown away and made anew from the journal, as for any other damage.
    if (!plain) throw new Error(`a row of ${table.name} is not as it was written`);
    return JSON.parse(decoder.decode(plain)) as unknown;
  }

  const opened = listed.has(table.name) ? createOpenedRows() : undefined;

  function open<T>(row: T): T {
    if (row === undefined || row === null) return row;
    const sealed = row as unknown as SealedRow;
    const place = placeOf(row);
    const known = opened?.find(place, sealed.$);
    if (known !== undefined) return known as T;
    const plain = decipher(sealed, place);
    opened?.keep(place, sealed.$, plain);
    return plain as T;
  }

  function openCursor(cursor: DBCoreCursor): DBCoreCursor {
    return Object.create(cursor, {
      key: { get: () => cursor.key },
      primaryKey: { get: () => cursor.primaryKey },
      value: { get: () => open(cursor.value) },
    }) as DBCoreCursor;
  }

  return {
    ...table,
    mutate: (request) =>
      request.type === 'put' || request.type === 'add'
        ? table.mutate({ ...request, values: request.values.map(seal) })
        : table.mutate(request),
    get: async (request) => open(await table.get(request)),
    getMany: async (request) => (await table.getMany(request)).map(open),
    query: async (request) => {
      const found = await table.query(request);
      return request.values === false ? found : { ...found, result: found.result.map(open) };
    },
    openCursor: async (request) => {
      const cursor = await table.openCursor(request);
      return cursor && request.values !== false ? openCursor(cursor) : cursor;
    },
  };
}

const decoder = new TextDecoder();

function clearFields({ primaryKey, indexes }: DBCoreTableSchema): readonly string[] {
  const paths = [primaryKey, ...indexes].flatMap(({ keyPath }) => keyPath ?? []);
  return [...new Set(paths)];
}
