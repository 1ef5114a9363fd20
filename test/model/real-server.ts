import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { PersonId } from '#shared/core/ids.ts';
import { err } from '#shared/core/result.ts';
import type { Desktop } from '#shared/desktop/contract.ts';
import type { Entry } from '#shared/records/entry.ts';
import { createHttpTransport } from '../../renderer/sync/http-transport.ts';
import { addAccountTo } from '../../server/services/create-account.ts';
import { pushEntries } from '../../server/services/push-entries.ts';
import { findAccountByName } from '../../server/store/account-store.ts';
import { beginEpoch, rebuildRecords } from '../../server/store/dump-store.ts';
import { addProject, readEpoch } from '../../server/store/project-store.ts';
import { inTransaction } from '../../server/store/transaction.ts';
import type { TestServer } from '../support/build-test-app.ts';
import { testPassword } from '../support/build-test-app.ts';
import { injectLink } from '../support/inject-link.ts';
import { createMemoryDesktop } from '../support/memory-desktop.ts';
import { createMemoryDisk } from '../support/memory-journal-folder.ts';
import type { Server } from './server.ts';
import { people, project, roleOf } from './server.ts';
import { decodeBatch } from './wire.ts';

const kept = ['feed', 'entry', 'quarantine'] as const;

/** The real server on its database, emptied for a schedule. */
export async function createRealServer({ app, deps }: TestServer): Promise<Server> {
  const { db } = deps;
  await sql`truncate project, account, session, device, enrolment, feed, entry, record, quarantine`.execute(
    db,
  );
  await addProject(db, { project, name: 'sample', isSample: true });
  for (const name of people) {
    const person = name as string as PersonId;
    const account = { project, name, person, role: roleOf(name), password: testPassword };
    const added = await addAccountTo(db, deps.passwords, account);
    if (!added.ok) throw new Error(added.error);
  }
  return {
    transport() {
      const { call, ...desktop } = createMemoryDesktop(createMemoryDisk(), {
        link: injectLink(app),
      });
      const transport = createHttpTransport({ ...desktop, call } satisfies Desktop);
      return {
        ...transport,
        // The model's server proves nothing, so that nothing is handed back by others than its author.
        proofs: async () => err({ kind: 'server/not-found' }),
        signIn: ({ name }) => transport.signIn({ name, password: testPassword }),
      };
    },
    async ingest(person, bytes) {
      const found = await findAccountByName(db, person);
      const push = await decodeBatch(bytes);
      if (!found) return err({ kind: 'account/wrong-credentials' });
      return push.ok ? pushEntries(deps, found.account, push.value) : push;
    },
    async contents() {
      const entries = await db.selectFrom('entry').select('body').orderBy('position').execute();
      const refused = await db.selectFrom('quarantine').selectAll().execute();
      const feeds = await db.selectFrom('feed').select(['feed', 'seq', 'hash']).execute();
      return {
        epoch: await readEpoch(db),
        log: entries.map(({ body }) => JSON.parse(body) as Entry),
        refused: refused.map(({ seq, in_chain, body }) => ({ seq, isInChain: in_chain, body })),
        feeds: new Map(feeds.map((one) => [one.feed, one])),
      };
    },
    async backUp() {
      const tables = kept.map(async (table) => {
        const { rows } = await sql`select * from ${sql.table(table)}`.execute(db);
        return [table, rows] as const;
      });
      return Promise.all(tables);
    },
    async restore(backup) {
      const tables = backup as readonly (readonly [(typeof kept)[number], readonly unknown[]])[];
      await inTransaction(db, async (tx) => {
        await sql`truncate feed, entry, record, quarantine`.execute(tx);
        for (const [table, rows] of tables) {
          await sql`insert into ${sql.table(table)}
            select * from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)`.execute(
            tx,
          );
        }
        await rebuildRecords(tx);
        await beginEpoch(tx, randomUUID());
      });
    },
    // A transaction that is not committed leaves nothing: the requests are as if they had not been made.
    loseCommits: async () => {},
  };
}
