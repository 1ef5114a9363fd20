import { createRxDatabase } from 'rxdb/plugins/core';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import type { PeerDoc } from './peer-doc.ts';
import { readPeerDocs } from './peer-doc.ts';
import type { PeerClient } from './peer-page.ts';

const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 36 },
    kind: { type: 'string', maxLength: 32 },
    form: { type: 'number' },
    author: { type: 'string', maxLength: 64 },
    device: { type: 'string' },
    changedAt: { type: 'string', maxLength: 24 },
    answers: { type: 'object' },
  },
  required: ['id', 'kind', 'changedAt'],
  indexes: [['kind', 'changedAt']],
} as const;

async function open() {
  const db = await createRxDatabase({
    name: 'records',
    storage: getRxStorageDexie(),
    multiInstance: false,
    closeDuplicates: true,
  });
  const { records } = await db.addCollections({ records: { schema } });
  return { db, records };
}

/** RxDB's replication over HTTP, as its documentation shows it. */
export const rxDb: PeerClient = {
  async fill(docs) {
    const { db, records } = await open();
    await records.bulkInsert([...readPeerDocs(docs)]);
    await db.close();
  },
  async push() {
    const { db, records } = await open();
    const began = performance.now();
    const replication = replicateRxCollection<PeerDoc, unknown>({
      collection: records,
      replicationIdentifier: 'http',
      live: false,
      retryTime: 2000,
      push: {
        batchSize: 100,
        handler: async (rows) => {
          const answer = await fetch('/rx/push', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(rows),
          });
          if (!answer.ok) throw new Error(String(answer.status));
          return answer.json();
        },
      },
    });
    await replication.awaitInitialReplication();
    const took = performance.now() - began;
    await db.close();
    return took;
  },
};
