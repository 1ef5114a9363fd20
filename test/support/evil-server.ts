import { sql } from 'kysely';
import type { DeviceKey } from '#shared/core/device-key.ts';
import type { FeedId, PersonId, RecordId } from '#shared/core/ids.ts';
import type { Stamp } from '#shared/core/stamp.ts';
import { canonicalJson } from '#shared/core/json.ts';
import type { Entry } from '#shared/records/entry.ts';
import { entryHash, feedGenesis } from '#shared/records/entry.ts';
import { emptyTree, growTree, treeRoot } from '#shared/records/feed-tree.ts';
import { headText, treeText } from '#shared/records/signed-head.ts';
import type { ProofAnswer } from '#shared/sync/proof-api.ts';
import { readProof } from '../../renderer/sync/feed-proofs.ts';
import type { TestServer } from './build-test-app.ts';
import { expectOk } from './expect-ok.ts';
import { visitAnswers } from './make-entries.ts';
import type { Link } from './memory-desktop.ts';
import type { Laptop } from './stick-laptops.ts';
import { stickLaptop } from './stick-laptops.ts';
import { syncWell } from './sync-device.ts';

/** Writes some visits. */
export async function write(
  { store, device }: Laptop,
  count: number,
): Promise<readonly RecordId[]> {
  const records = Array.from({ length: count }, () => device.newId());
  for (const record of records) {
    const set = visitAnswers({ outlet_name: `outlet ${record}` });
    expectOk(await store.records.write([{ record, kind: 'visit', form: 1, set }]));
  }
  return records;
}

/** The feed that a laptop writes on. */
export async function feedOf({ store }: Laptop): Promise<FeedId> {
  const identity = await store.identity();
  if (!identity) throw new Error('somebody is signed in');
  return identity.feed;
}

/** Syncs and waits until what came was held against its signatures; what its person sees then. */
export async function look(laptop: Laptop) {
  await laptop.sync.syncNow();
  await laptop.host.idle();
  return laptop.sync.state();
}

/** What a laptop knows of a feed of another. */
export function proofOf({ store }: Laptop, feed: FeedId) {
  return readProof(store.settings, feed);
}

/** Two surveyors who wrote and sent, and a supervisor who has proved all of it; the database of their server is at hand. */
export async function scene(server: TestServer, onWay?: (link: Link) => Link) {
  const project = await server.newProject();
  const surveyor = await stickLaptop(server, project, 's1', 'surveyor');
  const other = await stickLaptop(server, project, 's2', 'surveyor');
  for (const laptop of [surveyor, other]) {
    await write(laptop, 6);
    await syncWell(laptop);
  }
  const [feed, honest] = [await feedOf(surveyor), await feedOf(other)];
  const supervisor = await stickLaptop(
    server,
    project,
    'v1',
    'supervisor',
    onWay === undefined ? {} : { onWay },
  );
  await supervisor.host.idle();
  return { server, project, surveyor, other, supervisor, feed, honest };
}

/** What tests of an evil server begin with. */
export type Scene = Awaited<ReturnType<typeof scene>>;

/** What whoever rules the server has of a feed. */
export async function stored(
  { server, project: { project } }: Scene,
  feed: FeedId,
): Promise<readonly Entry[]> {
  const rows = await server.deps.db
    .selectFrom('entry')
    .select('body')
    .where('project', '=', project)
    .where('feed', '=', feed)
    .orderBy('seq')
    .execute();
  return rows.map(({ body }) => JSON.parse(body) as Entry);
}

/** Entries with a chain of their own, each following the one before it. */
export function chained(entries: readonly Entry[]): readonly Entry[] {
  const made: Entry[] = [];
  for (const [at, entry] of entries.entries()) {
    const before = made.at(-1);
    const prev = before ? entryHash(before) : feedGenesis(entry.feed);
    made.push({ ...entry, seq: at + 1, prev });
  }
  return made;
}

/** Puts other entries in the place of a feed's, so that everything the server computes from them fits. */
export async function plant(
  { server, project: { project } }: Scene,
  entries: readonly Entry[],
): Promise<void> {
  const { db } = server.deps;
  const [first] = entries;
  const last = entries.at(-1);
  if (!first || !last) throw new Error('a feed has entries');
  const { feed } = first;
  await db.deleteFrom('entry').where('project', '=', project).where('feed', '=', feed).execute();
  for (const entry of entries) {
    await sql`insert into entry (project, position, feed, seq, hash, record, kind, author, reader, body)
      select ${project}, (select coalesce(max(position), 0) + 1 from entry where project = ${project}), ${feed},
        ${entry.seq}, ${entryHash(entry)}, ${entry.record}, ${entry.kind}, ${entry.author}, ${entry.author},
        ${canonicalJson(entry)}`.execute(db);
  }
  await db
    .updateTable('feed')
    .set({ seq: last.seq, hash: entryHash(last), peaks: null })
    .where('feed', '=', feed)
    .execute();
}

/** Plants a new feed of the first surveyor that says what another feed says; nobody signed it. */
export async function plantFeed(is: Scene, like: FeedId): Promise<FeedId> {
  const { server, project, supervisor } = is;
  const feed = supervisor.device.newId() as string as FeedId;
  const entries = (await stored(is, like)).map((entry) => {
    const stamp = entry.stamp.replace(entry.feed, feed) as Stamp;
    return { ...entry, feed, stamp, author: 's1' as PersonId };
  });
  await sql`insert into feed (project, feed, account, person, hash)
    values (${project.project}, ${feed}, 's1', 's1', '')`.execute(server.deps.db);
  await plant(is, chained(entries));
  return feed;
}

/** A key of a test, or one that a laptop has. */
interface AnySigner {
  readonly device: DeviceKey;
  sign(text: string): string | Promise<string>;
}

/** Signs the head and the tree of a feed with some key, under the name of a device. */
export async function signAs(
  { server, project: { project } }: Scene,
  entries: readonly Entry[],
  signer: AnySigner,
  device = signer.device,
): Promise<void> {
  const last = entries.at(-1);
  if (!last) throw new Error('a feed has entries');
  const head = { feed: last.feed, seq: last.seq, hash: entryHash(last) };
  const root = treeRoot(growTree(emptyTree, entries.map(entryHash))) ?? head.hash;
  await server.deps.db
    .updateTable('feed')
    .set({
      device,
      signed_seq: head.seq,
      signed_hash: head.hash,
      signature: await signer.sign(headText(project, head)),
      signed_root: root,
      root_signature: await signer.sign(treeText(project, head, root)),
    })
    .where('feed', '=', head.feed)
    .execute();
}

/** An entry that says another outlet. */
export function withOutlet(entry: Entry, name: string): Entry {
  return { ...entry, set: { ...entry.set, outlet_name: name } };
}

/** Changes the text of an entry in the database, and nothing else. */
export async function alter({ server, project, feed }: Scene, seq: number): Promise<void> {
  await server.deps.db
    .updateTable('entry')
    .set({ body: sql`replace(body, 'outlet ', 'another ')` })
    .where('project', '=', project.project)
    .where('feed', '=', feed)
    .where('seq', '=', seq)
    .execute();
}

/** A laptop that meets the server for the first time. */
export async function newcomer(
  { server, project }: Scene,
  onWay?: (link: Link) => Link,
): Promise<Laptop> {
  const choices = onWay === undefined ? {} : { onWay };
  const laptop = await stickLaptop(server, project, 'v2', 'supervisor', choices);
  await laptop.host.idle();
  return laptop;
}

/** Changes the JSON of an answer on its way. */
export function changing(path: string, change: (answer: ProofAnswer) => ProofAnswer) {
  return (link: Link): Link =>
    async (request) => {
      const answer = await link(request);
      if (request.path !== path || !answer.ok) return answer;
      const said = JSON.parse(new TextDecoder().decode(answer.value.body)) as ProofAnswer;
      const body = new TextEncoder().encode(JSON.stringify(change(said)));
      return { ok: true, value: { ...answer.value, body } };
    };
}
