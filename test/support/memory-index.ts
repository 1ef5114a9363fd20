import { cmp } from 'dexie';
import type { IndexDatabase } from '../../renderer/db/database.ts';
import { declareVersions } from '../../renderer/db/upgrades.ts';

type Row = Readonly<Record<string, unknown>>;
type Rows = Map<string, Row>;
type Tables = ReadonlyMap<string, { readonly keyPath: string; rows: Rows }>;

/**
 * The index's database without IndexedDB, some twenty times as fast: as much of Dexie as `renderer/db` asks of it. What
 * it must keep of IndexedDB is that a transaction is there whole or not at all, and that keys are ordered alike.
 */
export interface MemoryIndex {
  readonly database: IndexDatabase;
  /** How many of the next transactions fail, as on a full disk. */
  failures: number;
  /** The same rows, in a database of their own: what lies on the disk after a crash. */
  copy(): MemoryIndex;
}

/** An empty index. */
export function createMemoryIndex(): MemoryIndex {
  return indexOf(declaredTables());
}

function declaredTables(): Tables {
  const tables = new Map<string, { keyPath: string; rows: Rows }>();
  const declaring = {
    version: () => ({
      stores(stores: Readonly<Record<string, string | null>>) {
        for (const [name, paths] of Object.entries(stores)) {
          if (paths === null) tables.delete(name);
          else tables.set(name, { keyPath: paths.split(', ')[0] ?? '', rows: new Map() });
        }
      },
    }),
  };
  declareVersions(declaring as unknown as Parameters<typeof declareVersions>[0]);
  return tables;
}

function indexOf(tables: Tables): MemoryIndex {
  let isOpen = false;
  const index: MemoryIndex = {
    database: undefined as unknown as IndexDatabase,
    failures: 0,
    copy: () =>
      indexOf(
        new Map(
          [...tables].map(([name, table]) => [name, { ...table, rows: new Map(table.rows) }]),
        ),
      ),
  };

  /** Runs a transaction; what it wrote is taken back where it fails. */
  async function transaction(mode: string, ...rest: readonly unknown[]): Promise<unknown> {
    if (index.failures > 0) {
      index.failures -= 1;
      throw new Error('QuotaExceededError');
    }
    const work = rest.at(-1) as () => Promise<unknown>;
    if (mode === 'r') return work();
    const before = [...tables.values()].map((table) => [table, new Map(table.rows)] as const);
    try {
      return await work();
    } catch (error) {
      for (const [table, rows] of before) table.rows = rows;
      throw error;
    }
  }

  const parts = {
    isOpen: () => isOpen,
    open: async () => void (isOpen = true),
    close: () => void (isOpen = false),
    delete: async () => {
      for (const table of tables.values()) table.rows = new Map();
    },
    on: () => {},
    transaction,
    ...Object.fromEntries([...tables].map(([name, table]) => [name, tableOf(table)])),
  };
  return Object.assign(index, { database: parts as unknown as IndexDatabase });
}

function tableOf(table: { readonly keyPath: string; rows: Rows }) {
  function put(row: Row): void {
    table.rows.set(nameOf(keyOf(row, table.keyPath)), row);
  }
  return {
    get: async (key: unknown) => table.rows.get(nameOf(key)),
    bulkGet: async (keys: readonly unknown[]) => keys.map((key) => table.rows.get(nameOf(key))),
    put: async (row: Row) => put(row),
    bulkPut: async (rows: readonly Row[]) => {
      for (const row of rows) put(row);
    },
    bulkDelete: async (keys: readonly unknown[]) => {
      for (const key of keys) table.rows.delete(nameOf(key));
    },
    toArray: async () => collection(table, table.keyPath, () => true).toArray(),
    count: async () => table.rows.size,
    where: (path: string) => ({
      equals: (key: unknown) => collection(table, path, (other) => cmp(other, key) === 0),
      anyOf: (keys: readonly unknown[]) =>
        collection(table, path, (other) => keys.some((key) => cmp(other, key) === 0)),
      between: (low: unknown, high: unknown) =>
        collection(table, path, (key) => cmp(key, low) >= 0 && cmp(key, high) < 0),
    }),
  };
}

function collection(
  table: { readonly keyPath: string; readonly rows: Rows },
  path: string,
  has: (key: unknown) => boolean,
) {
  const { rows, keyPath } = table;
  const found = [...rows.values()]
    .flatMap((row) => {
      const key = keyOf(row, path);
      return key !== undefined && has(key) ? [{ key, row }] : [];
    })
    .toSorted((a, b) => cmp(a.key, b.key) || cmp(keyOf(a.row, keyPath), keyOf(b.row, keyPath)))
    .map(({ row }) => row);
  return over(table, found);
}

function over(table: { readonly keyPath: string; readonly rows: Rows }, rows: readonly Row[]) {
  const { keyPath } = table;
  return {
    toArray: async () => rows,
    count: async () => rows.length,
    last: async () => rows.at(-1),
    primaryKeys: async () => rows.map((row) => keyOf(row, keyPath)),
    limit: (count: number) => over(table, rows.slice(0, count)),
    filter: (isWanted: (row: Row) => boolean) => over(table, rows.filter(isWanted)),
    reverse: () => over(table, rows.toReversed()),
    delete: async () => {
      for (const row of rows) table.rows.delete(nameOf(keyOf(row, keyPath)));
    },
  };
}

/** The key of a row; undefined for one without it, which an index leaves out. */
function keyOf(row: Row, path: string): unknown {
  if (!path.startsWith('[')) return row[path];
  const parts = path
    .slice(1, -1)
    .split('+')
    .map((name) => row[name]);
  return parts.includes(undefined) ? undefined : parts;
}

function nameOf(key: unknown): string {
  return typeof key === 'string' ? key : JSON.stringify(key);
}
