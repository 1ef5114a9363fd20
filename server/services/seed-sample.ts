import { randomUUID } from 'node:crypto';
import type { FeedId, PersonId, ProjectId, RecordId } from '#shared/core/ids.ts';
import type { Json } from '#shared/core/json.ts';
import { canonicalJson } from '#shared/core/json.ts';
import type { Stamp } from '#shared/core/stamp.ts';
import type { Path } from '#shared/records/entry.ts';
import { appendAct, emptyFeed } from '#shared/records/feed.ts';
import type { FeedHead } from '#shared/records/feed.ts';
import { foldEntry } from '#shared/records/fold.ts';
import type { Role } from '#shared/records/role.ts';
import type { Database, Tx } from '../store/database.ts';
import type { StoredEntry } from '../store/entry-store.ts';
import { appendEntries } from '../store/entry-store.ts';
import { claimFeed, moveFeed } from '../store/feed-store.ts';
import { addProject, listProjects } from '../store/project-store.ts';
import { writeRecords } from '../store/record-store.ts';
import type { HeldRecord } from '../store/record-store.ts';
import { inTransaction } from '../store/transaction.ts';
import { createAccount } from './create-account.ts';
import type { Passwords } from './passwords.ts';

/** One item of a register of the sample project, with all its answers. Each record occurs once. */
export interface SampleAct {
  readonly kind: string;
  readonly record: RecordId;
  readonly form: number;
  readonly set: Readonly<Record<Path, Json>>;
}

/** An account of the sample project; its password is told to everyone by `GET /health`. */
export interface SampleAccount {
  readonly name: string;
  readonly password: string;
  readonly person: PersonId;
  readonly role: Role;
}

/** A whole sample project. */
export interface SampleProject {
  readonly project: ProjectId;
  readonly name: string;
  readonly accounts: readonly SampleAccount[];
  readonly acts: readonly SampleAct[];
}

/** Who wrote the sample's registers. */
const author = 'sample' as PersonId;
const BATCH = 500;

/**
 * Makes the sample project in a server that has no project yet, whole or not at all; answers whether it did. Its
 * registers lie on a feed of the server's own.
 */
export async function seedSample(
  deps: { readonly db: Database; readonly passwords: Passwords; readonly nowMs: () => number },
  sample: SampleProject,
): Promise<boolean> {
  return inTransaction(deps.db, async (tx) => {
    if ((await listProjects(tx)).length > 0) return false;
    const { project, name } = sample;
    if (!(await addProject(tx, { project, name, isSample: true }))) return false;
    for (const account of sample.accounts) {
      const made = await createAccount({ ...deps, db: tx }, { project, ...account });
      if (!made.ok) throw new Error(`sample account: ${made.error}`);
    }
    await appendActs(tx, project, sample.acts, deps.nowMs());
    return true;
  });
}

async function appendActs(
  tx: Tx,
  project: ProjectId,
  acts: readonly SampleAct[],
  nowMs: number,
): Promise<void> {
  const feed = randomUUID() as FeedId;
  await claimFeed(tx, project, feed, { account: null, person: author });
  let head: FeedHead = emptyFeed(feed);
  let latest: Stamp | undefined;
  for (let from = 0; from < acts.length; from += BATCH) {
    const entries: StoredEntry[] = [];
    const records: HeldRecord[] = [];
    for (const act of acts.slice(from, from + BATCH)) {
      const appended = appendAct(head, { author, base: {}, ...act }, { nowMs, latest });
      const { entry } = appended;
      ({ head } = appended);
      latest = entry.stamp;
      const { seq, record, kind } = entry;
      const body = canonicalJson(entry);
      entries.push({ feed, seq, hash: head.hash, record, kind, author, reader: author, body });
      records.push({ state: foldEntry(undefined, entry), reader: author });
    }
    await writeRecords(tx, project, new Map(), records);
    await appendEntries(tx, project, entries);
  }
  await moveFeed(tx, project, { ...head, stamp: latest ?? null });
}
