import type { Database } from '../store/database.ts';
import type { Figures } from '../store/figure-store.ts';
import { readFigures } from '../store/figure-store.ts';
import type { Connections, OpenDatabase } from '../store/sql.ts';

/** What the figures of a server are read from. */
export interface FigureSources {
  /** What the database holds. */
  readonly held: () => Promise<Figures>;
  readonly connections: () => Connections;
}

/** The figures of a server on this database. */
export function figureSources(
  { db, connections }: Pick<OpenDatabase, 'connections'> & { readonly db: Database },
  nowMs: () => number,
): FigureSources {
  return { held: () => readFigures(db, new Date(nowMs())), connections };
}
