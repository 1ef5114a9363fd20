import type { ProjectId } from '#shared/core/ids.ts';
import type { Database } from '../store/database.ts';
import { allEntries } from '../store/entry-store.ts';

/** All entries of a project as JSON lines, in the order in which they became visible, and how many there were. */
export function countEntries(
  db: Database,
  project: ProjectId,
): { readonly lines: AsyncIterable<string>; readonly count: () => number } {
  let count = 0;
  async function* lines(): AsyncGenerator<string> {
    for await (const body of allEntries(db, project)) {
      count += 1;
      yield `${body}\n`;
    }
  }
  return { lines: lines(), count: () => count };
}
