import { mkdirSync } from 'node:fs';
import path from 'node:path';
import express from 'express';
import expressPouchdb from 'express-pouchdb';
import PouchDB from 'pouchdb';
import { hearServer } from './peer-settings.ts';

// A process of its own, as the product's server is one: PouchDB's own server for CouchDB's protocol, over LevelDB.
const { data, page } = hearServer();
const folder = path.join(data, 'pouchdb');
mkdirSync(folder, { recursive: true });
const app = express();
app.use(express.static(page));
app.use(
  expressPouchdb(PouchDB.defaults({ prefix: `${folder}/` }), {
    mode: 'minimumForPouchDB',
    logPath: path.join(data, 'pouchdb.log'),
    configPath: path.join(data, 'pouchdb.json'),
  }),
);
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object') console.log(JSON.stringify({ listening: address?.port }));
});
