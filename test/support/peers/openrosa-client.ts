import Dexie from 'dexie';
import type { Json } from '#shared/core/json.ts';
import { pause } from './pause.ts';
import type { PeerDoc } from './peer-doc.ts';
import { readPeerDocs } from './peer-doc.ts';
import type { PeerClient } from './peer-page.ts';

const headers = { 'X-OpenRosa-Version': '1.0', authorization: 'Basic c3VydmV5b3IxOnBhc3N3b3Jk' };

async function open() {
  const db = new Dexie('submissions');
  db.version(1).stores({ records: 'id, sent' });
  await db.open();
  return db;
}

/** What ODK Collect and Kobo do: one XML in one multipart POST for each submission, one after the other. */
export const openRosa: PeerClient = {
  async fill(docs) {
    const db = await open();
    await db.table('records').bulkAdd(readPeerDocs(docs).map((doc) => ({ ...doc, sent: 0 })));
    db.close();
  },
  async push() {
    const db = await open();
    const began = performance.now();
    await untilDone(() => fetch('/submission', { method: 'HEAD', headers }), 204);
    const records = db.table<PeerDoc, string>('records');
    for (const id of await records.where('sent').equals(0).primaryKeys()) {
      const doc = await records.get(id);
      if (!doc) continue;
      const body = new FormData();
      body.append(
        'xml_submission_file',
        new Blob([xmlOf(doc)], { type: 'text/xml' }),
        'submission.xml',
      );
      await untilDone(() => fetch('/submission', { method: 'POST', headers, body }), 201);
      await db.table('records').update(id, { sent: 1 });
    }
    const took = performance.now() - began;
    db.close();
    return took;
  },
};

async function untilDone(ask: () => Promise<Response>, status: number): Promise<void> {
  for (;;) {
    try {
      const answer = await ask();
      await answer.text();
      if (answer.status === status) return;
    } catch {
      await pause(300 + Math.random() * 2000);
    }
  }
}

function xmlOf({ id, form, author, device, changedAt, answers }: PeerDoc): string {
  const fields = Object.entries(answers)
    .map(([path, value]) => {
      const name = path.replaceAll(/[^a-z0-9_]/g, '_').replace(/^_+/, '');
      return `<${name}>${textOf(value)}</${name}>`;
    })
    .join('');
  return (
    `<?xml version='1.0' ?><data xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa" ` +
    `xmlns:orx="http://openrosa.org/xforms" xmlns:xsd="http://www.w3.org/2001/XMLSchema" id="price" version="${form}">` +
    `<start>${changedAt}</start><end>${changedAt}</end><deviceid>${device}</deviceid><username>${author}</username>` +
    `${fields}<meta><instanceID>uuid:${id}</instanceID></meta></data>`
  );
}

function textOf(value: Json): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
