import { sql } from 'kysely';
import type { Bench } from '../../build/bench-kind.ts';
import { canonicalJson } from '#shared/core/json.ts';
import type { ProjectId } from '#shared/core/ids.ts';
import type { Entry } from '#shared/records/entry.ts';
import { entryHash } from '#shared/records/entry.ts';
import { MAX_BATCH_ENTRIES } from '#shared/sync/http-api.ts';
import type { OpenDatabase } from '../../server/store/sql.ts';
import { serveDatabase } from '../support/build-test-app.ts';
import { fieldPrices } from '../support/field-prices.ts';
import { makeDevice } from '../support/make-entries.ts';
import { openPostgres } from '../support/open-test-database.ts';
import { pieces } from '../../renderer/db/pieces.ts';
import type { PushedSegment } from '../support/segments.ts';
import { segmentOf } from '../support/segments.ts';
import { compare } from './measure.ts';

const ROUNDS = 5;
const ENTRIES = 4000;

export const bench: Bench = {
  name: 'sync.server.vs_insert',
  compares:
    'entries pushed in batches of 500: unpacked, judged, folded, stored / inserted bare with json_to_recordset',
  unit: 'entries/s',
  run: async () => {
    const database = await openPostgres({ fsync: true });
    const server = await serveDatabase(database);
    try {
      await sql`create table bare (like entry including all)`.execute(database.db);
      const project = await server.newProject();
      const surveyor = await project.addPerson('s1', 'surveyor');
      let round = 0;
      return await compare(
        ROUNDS,
        async () => {
          round += 1;
          const segments = segmentsOf(project.project, entriesOfRound(round));
          const began = performance.now();
          for (const { bytes, headers } of segments) {
            const request = { method: 'POST', url: '/sync/push', payload: bytes, headers } as const;
            const answer = await surveyor.inject(request);
            if (answer.statusCode !== 200) throw new Error(answer.body);
          }
          return perSecond(
            segments.reduce((sum, { count }) => sum + count, 0),
            began,
          );
        },
        async () => {
          const batches = pieces(entriesOfRound(round).map(rowOf), MAX_BATCH_ENTRIES);
          const began = performance.now();
          for (const rows of batches) await insertBare(database, project.project, rows);
          return perSecond(batches.flat().length, began);
        },
      );
    } finally {
      await server.close();
    }
  },
};

function entriesOfRound(round: number): readonly Entry[] {
  const laptop = makeDevice('s1');
  return fieldPrices(ENTRIES, 0, round).map(({ id, answers }) =>
    laptop.write({ record: id, kind: 'price', set: answers }),
  );
}

/** As many to a segment as it takes: close to 500. */
function segmentsOf(project: ProjectId, entries: readonly Entry[]): readonly PushedSegment[] {
  const segments: PushedSegment[] = [];
  for (let at = 0; at < entries.length; at += segments.at(-1)?.count ?? entries.length) {
    segments.push(segmentOf(project, entries.slice(at, at + MAX_BATCH_ENTRIES)));
  }
  return segments;
}

function rowOf(entry: Entry) {
  const { feed, seq, record, kind, author } = entry;
  const hash = entryHash(entry);
  return { feed, seq, hash, record, kind, author, reader: author, body: canonicalJson(entry) };
}

async function insertBare(
  { db }: OpenDatabase,
  project: string,
  rows: readonly object[],
): Promise<void> {
  await sql`
    insert into bare (project, position, feed, seq, hash, record, kind, author, reader, body)
    select ${project}, (select coalesce(max(position), 0) from bare) + row_number() over (order by seq),
      feed, seq, hash, record, kind, author, reader, body
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as added (feed text, seq bigint, hash text, record text, kind text, author text, reader text, body text)
  `.execute(db);
}

function perSecond(count: number, began: number): number {
  return (count / (performance.now() - began)) * 1000;
}
