// What the benches use of packages without types of their own.
declare module 'pouchdb/dist/pouchdb.js' {
  interface Outcome {
    readonly ok: boolean;
    readonly errors: readonly unknown[];
    readonly docs_written: number;
  }
  export default class PouchDB {
    constructor(name: string);
    bulkDocs(docs: readonly object[]): Promise<unknown>;
    close(): Promise<void>;
    readonly replicate: {
      to(remote: PouchDB, options: { batch_size: number; batches_limit: number }): Promise<Outcome>;
    };
  }
}

declare module 'pouchdb' {
  const PouchDB: { defaults(options: { readonly prefix: string }): unknown };
  export default PouchDB;
}

declare module 'express-pouchdb' {
  import type { RequestHandler } from 'express';
  export default function expressPouchdb(
    PouchDB: unknown,
    options: { readonly mode: string; readonly logPath: string; readonly configPath: string },
  ): RequestHandler;
}

declare module 'express' {
  import type { IncomingMessage, ServerResponse, Server } from 'node:http';
  export type RequestHandler = (
    request: IncomingMessage,
    response: ServerResponse,
    next: () => void,
  ) => void;
  interface Express {
    use(handler: RequestHandler): void;
    listen(port: number, host: string, listening: () => void): Server;
  }
  const express: { (): Express; static(folder: string): RequestHandler };
  export default express;
}
