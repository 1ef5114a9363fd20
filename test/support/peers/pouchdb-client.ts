import PouchDB from 'pouchdb/dist/pouchdb.js';
import { readPeerDocs } from './peer-doc.ts';
import type { PeerClient } from './peer-page.ts';
import { pause } from './pause.ts';

/** PouchDB replicating to a CouchDB-compatible server, with its own batch size and its own way of going on. */
export const pouchDb: PeerClient = {
  async fill(docs) {
    const db = new PouchDB('records');
    await db.bulkDocs(readPeerDocs(docs).map(({ id, ...doc }) => ({ _id: id, ...doc })));
    await db.close();
  },
  async push() {
    const began = performance.now();
    const db = new PouchDB('records');
    const remote = new PouchDB(`${location.origin}/survey`);
    for (;;) {
      try {
        const outcome = await db.replicate.to(remote, { batch_size: 100, batches_limit: 10 });
        if (outcome.ok && outcome.errors.length === 0) break;
      } catch {
        await pause(300 + Math.random() * 2000);
      }
    }
    const took = performance.now() - began;
    await db.close();
    return took;
  },
};
