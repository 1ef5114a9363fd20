import fastifyStatic from '@fastify/static';
import fastify from 'fastify';
import pg from 'pg';
import { hearServer } from './peer-settings.ts';

// The least a server can do for RxDB's replication and for OpenRosa: each push is durable in PostgreSQL before it is answered.
const { page, databaseUrl } = hearServer();
const pool = new pg.Pool({ connectionString: databaseUrl, max: 4 });
await pool.query(`
  create table if not exists rx (id text primary key, body json not null);
  create table if not exists submission (id bigserial primary key, xml text not null);
  truncate rx, submission`);

interface RxRow {
  readonly newDocumentState: { readonly id: string };
}

const app = fastify({ bodyLimit: 64 * 1024 * 1024 });
await app.register(fastifyStatic, { root: page });
app.addContentTypeParser(/^multipart\/form-data/, { parseAs: 'string' }, (_request, body, done) => {
  done(null, body);
});
app.post<{ Body: readonly RxRow[] }>('/rx/push', async ({ body }) => {
  const rows = body.map(({ newDocumentState }) => ({
    id: newDocumentState.id,
    body: newDocumentState,
  }));
  await pool.query(
    `insert into rx select id, body from json_to_recordset($1::json) as n (id text, body json)
     on conflict (id) do update set body = excluded.body`,
    [JSON.stringify(rows)],
  );
  return [];
});
app.head('/submission', async (_request, reply) => reply.code(204).send());
app.post<{ Body: string }>('/submission', async ({ body }, reply) => {
  await pool.query('insert into submission (xml) values ($1)', [body]);
  return reply.code(201).type('text/xml').send('<OpenRosaResponse/>');
});
await app.listen({ port: 0, host: '127.0.0.1' });
const address = app.server.address();
if (typeof address === 'object') console.log(JSON.stringify({ listening: address?.port }));
