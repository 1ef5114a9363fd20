import { openRosa } from './openrosa-client.ts';
import { pouchDb } from './pouchdb-client.ts';
import { rxDb } from './rxdb-client.ts';

/** Another way to bring records to a server, as its own documentation has it, from the page's own origin. */
export interface PeerClient {
  /** Stores records, given as the JSON of a list of `PeerDoc`, as a person's work would have. */
  fill(docs: string): Promise<void>;
  /** Sends all of them, however often the line breaks; answers milliseconds. */
  push(): Promise<number>;
}

declare global {
  interface Window {
    peers: Readonly<Record<'pouchdb' | 'rxdb' | 'openrosa', PeerClient>>;
  }
}

window.peers = { pouchdb: pouchDb, rxdb: rxDb, openrosa: openRosa };
