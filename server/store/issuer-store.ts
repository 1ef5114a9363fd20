import { sql } from 'kysely';
import type { FeedId, ProjectId, ServerKey } from '#shared/core/ids.ts';
import type { Database, Db } from './database.ts';

/** The server's Ed25519 keys: the `x` and `d` of a JWK (RFC 8037). */
export interface KeyPair {
  readonly publicKey: ServerKey;
  readonly privateKey: string;
}

/** Who signs: the database's epoch and the server's keys. */
export interface Issuer {
  readonly epoch: string;
  readonly keys: KeyPair;
}

/** Keeps the server's keys, unless it has some. */
export async function addServerKey(
  db: Database,
  { publicKey, privateKey }: KeyPair,
): Promise<void> {
  await db
    .insertInto('server_key')
    .values({ public_key: publicKey, private_key: privateKey })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

interface IssuerRow {
  readonly epoch: string;
  readonly public_key: ServerKey;
  readonly private_key: string;
}

/** Who signs. Asked of the database each time: it may be restored under a running process. */
export async function readIssuer(db: Db): Promise<Issuer> {
  return toIssuer(
    await only(
      sql<IssuerRow>`
    select epoch.id as epoch, public_key, private_key from epoch, server_key`.execute(db),
    ),
  );
}

/** Who signs, with the numbers of a feed up to `seq` that were refused and took their place in it, in order: one question. */
export async function readIssuerFor(
  db: Db,
  {
    project,
    feed,
    seq,
  }: { readonly project: ProjectId; readonly feed: FeedId; readonly seq: number },
): Promise<Issuer & { readonly refused: readonly number[] }> {
  const row = await only(
    sql<IssuerRow & { readonly refused: readonly number[] }>`
    select epoch.id as epoch, public_key, private_key, array(
      select seq from quarantine
      where project = ${project} and feed = ${feed} and in_chain and seq <= ${seq} order by seq
    )::int[] as refused
    from epoch, server_key`.execute(db),
  );
  return { ...toIssuer(row), refused: row.refused };
}

async function only<T>(asked: Promise<{ readonly rows: readonly T[] }>): Promise<T> {
  const {
    rows: [row],
  } = await asked;
  if (!row) throw new Error('the server has no key');
  return row;
}

function toIssuer({ epoch, public_key: publicKey, private_key: privateKey }: IssuerRow): Issuer {
  return { epoch, keys: { publicKey, privateKey } };
}
