import type { PersonId, RecordId, ServerKey } from '#shared/core/ids.ts';
import { canonicalJson } from '#shared/core/json.ts';
import type { Entry } from '#shared/records/entry.ts';
import { entryHash, feedGenesis } from '#shared/records/entry.ts';
import { packRanges } from '#shared/records/receipt.ts';
import type { RecordState } from '#shared/records/fold.ts';
import { readReach } from '#shared/rules/permissions.ts';
import type { PullResponse } from '#shared/sync/http-api.ts';
import type { FeedProgress } from '../../renderer/db/stores.ts';
import { isSigned } from '../support/receipts.ts';
import { expectedStates } from './expected-state.ts';
import { textsOf } from './ledger.ts';
import type { Laptop } from './laptop.ts';
import type { Exchange } from './line.ts';
import type { World } from './play.ts';
import type { Person, ServerContents } from './server.ts';
import { roleOf } from './server.ts';

/** Something that must never be. */
export class Violation extends Error {}

/** What a laptop called saved is on it, whatever happened to it; so are drafts. */
export async function checkKept({ laptops, ledger }: World, at: number): Promise<void> {
  const { entries, app } = laptops[at] as Laptop;
  const texts = new Set((await entries(ledger.records)).flatMap(textsOf));
  for (const { text, laptop, record } of ledger.saved.values()) {
    if (laptop === at && !texts.has(text)) {
      throw new Violation(`laptop ${at} has lost "${text}" of ${record}`);
    }
  }
  for (const { text, laptop, record } of ledger.drafts.values()) {
    if (laptop !== at) continue;
    const draft = await app().store.drafts.find(record);
    if (draft && Object.values(draft.set).includes(text)) continue;
    throw new Violation(`laptop ${at} has lost the draft "${text}" of ${record}`);
  }
}

/** After a sync that ended well: what the laptop holds for confirmed is on the server, entry for entry, and signed for. */
export async function checkConfirmed({ laptops, server }: World, at: number): Promise<void> {
  const { store } = (laptops[at] as Laptop).app();
  const contents = await server.contents();
  const { feeds, log, refused } = contents;
  const serverKey = (await store.identity())?.serverKey;
  for (const progress of await store.sync.feeds()) {
    const problem = receiptProblem(contents, progress, serverKey);
    if (problem !== undefined) {
      throw new Violation(
        `laptop ${at} has of ${progress.feed} a receipt that is not true: ${problem}`,
      );
    }
  }
  const hashes = new Set([
    ...log.map(entryHash),
    ...refused.map(({ body }) => entryHash(JSON.parse(body) as Entry)),
  ]);
  for (const { feed, confirmed } of await store.sync.feeds()) {
    const seq = feeds.get(feed)?.seq ?? 0;
    if (confirmed > seq) {
      throw new Violation(`laptop ${at} holds ${confirmed} of ${feed} for confirmed, not ${seq}`);
    }
    for (const entry of await store.sync.entriesFrom(feed, 1, confirmed)) {
      if (!hashes.has(entryHash(entry))) {
        throw new Violation(`laptop ${at} holds entry ${entry.seq} of ${feed} for confirmed`);
      }
    }
  }
}

/** What is not so of the receipt for a feed; undefined where all of it is true of what the server holds. */
function receiptProblem(
  { epoch, log, refused }: ServerContents,
  { feed, confirmed, receipt }: FeedProgress,
  serverKey: ServerKey | undefined,
): string | undefined {
  if (!receipt) return confirmed === 0 ? undefined : 'there is none';
  if (receipt.key !== serverKey || !isSigned(receipt)) return 'signature';
  if (receipt.epoch !== epoch) return 'epoch';
  if (receipt.seq !== confirmed) return 'seq';
  const aside = refused
    .filter(({ isInChain }) => isInChain)
    .map(({ body }) => JSON.parse(body) as Entry)
    .filter((entry) => entry.feed === feed && entry.seq <= receipt.seq);
  const held = [...log.filter((entry) => entry.feed === feed), ...aside];
  const last = held.find(({ seq }) => seq === receipt.seq);
  if ((last ? entryHash(last) : feedGenesis(feed)) !== receipt.hash) return 'hash';
  const numbers = new Set(held.map(({ seq }) => seq).filter((seq) => seq <= receipt.seq));
  if (numbers.size !== receipt.seq) return 'an entry is lost';
  const refusedSeqs = aside.map(({ seq }) => seq).toSorted((a, b) => a - b);
  return packRanges(refusedSeqs) === receipt.refused ? undefined : 'refused';
}

/** A sync ends; and nothing is shown to anyone whom its permission does not allow to see it. */
export async function checkExchanges(
  { laptops, server }: World,
  at: number,
  exchanges: readonly Exchange[],
): Promise<void> {
  const { person, line } = laptops[at] as Laptop;
  if (line.left < 0) throw new Violation(`laptop ${at} asks for ever`);
  const pulls = exchanges.filter(({ asked, answer }) => asked === 'pull' && answer.ok);
  if (pulls.length === 0) return;
  const { log } = await server.contents();
  const mayRead = readableBy(person, log);
  for (const { answer } of pulls) {
    const page = answer.ok ? (answer.value as PullResponse) : undefined;
    const forbidden = page?.entries.find((entry) => !mayRead(entry));
    if (forbidden) throw new Violation(`${person} was shown ${canonicalJson(forbidden)}`);
  }
}

/** Permission as the table of roles has it, worked out from all entries there are. */
function readableBy(person: Person, log: readonly Entry[]): (entry: Entry) => boolean {
  const role = roleOf(person);
  const states = expectedStates(log);

  function isTheirs(record: RecordId): boolean {
    return states.get(record)?.created.author === (person as string as PersonId);
  }

  return ({ record, kind }) => {
    if (readReach(role, kind) !== 'own' || isTheirs(record)) return true;
    const about =
      kind === 'comment' ? states.get(record)?.paths['on_record']?.heads[0]?.value : null;
    return typeof about === 'string' && isTheirs(about as RecordId);
  };
}

/** The server holds each number of a feed once and in its chain, and everything that was promised, each act once. */
export async function checkServer({ server, ledger, judged, sticks }: World): Promise<void> {
  const contents = await server.contents();
  checkChains(contents);
  const quarantine = contents.refused.map(({ body }) => JSON.parse(body) as Entry);
  const judgedAnew = [
    ...quarantine.filter((entry) => judged.taken.has(entryHash(entry))),
    ...contents.log.filter((entry) => judged.refused.has(entryHash(entry))),
  ].find((entry) => judged.signed.has(entryHash(entry)));
  if (judgedAnew && sticks.length === 0) {
    throw new Violation(`what was signed for was judged anew: ${canonicalJson(judgedAnew)}`);
  }
  const onceRefused = contents.log.filter((entry) => judged.refused.has(entryHash(entry)));
  const refusedTexts = new Set([...quarantine, ...onceRefused].flatMap(textsOf));
  const counts = new Map<string, number>();
  for (const text of contents.log.flatMap(textsOf)) counts.set(text, (counts.get(text) ?? 0) + 1);
  for (const { text, record } of ledger.saved.values()) {
    if (!counts.has(text) && !refusedTexts.has(text)) {
      throw new Violation(`the server lacks "${text}" of ${record}`);
    }
  }
  for (const [text, count] of counts) {
    // What was refused may be said again by the entry that mends it.
    if (count > 1 && !refusedTexts.has(text) && !ledger.again.has(text))
      throw new Violation(`"${text}" is there ${count} times`);
  }
}

function checkChains({ log, refused, feeds }: ServerContents): void {
  const inChain = refused.filter(({ isInChain }) => isInChain);
  const entries = [...log, ...inChain.map(({ body }) => JSON.parse(body) as Entry)];
  const hashes = new Map<string, string>();
  for (const entry of entries) {
    const key = `${entry.feed} ${entry.seq}`;
    if (hashes.has(key)) throw new Violation(`two entries are number ${key}`);
    hashes.set(key, entryHash(entry));
  }
  for (const { feed, seq, prev } of entries) {
    const before = seq === 1 ? feedGenesis(feed) : hashes.get(`${feed} ${seq - 1}`);
    if (prev !== before) throw new Violation(`${feed} ${seq} does not follow`);
  }
  for (const [feed, { seq, hash }] of feeds) {
    if (seq > 0 && hashes.get(`${feed} ${seq}`) !== hash) {
      throw new Violation(`${feed} does not end at ${seq}`);
    }
  }
}

/** A laptop shows what the server's entries make, of everything its person may read and of nothing else. */
export async function checkReplicas({ laptops, server, ledger }: World, at: number): Promise<void> {
  const { person, app } = laptops[at] as Laptop;
  const { store } = app();
  const { log } = await server.contents();
  const mayRead = readableBy(person, log);
  const states = expectedStates(log.filter(mayRead));
  for (const record of ledger.records) {
    const here = await store.records.state(record);
    const there = states.get(record);
    if (canonicalJson(here ?? null) === canonicalJson(there ?? null)) continue;
    const [ours, theirs] = [differences(here, there), differences(there, here)];
    throw new Violation(`laptop ${at} shows of ${record}\n  ${ours}\nand the server\n  ${theirs}`);
  }
  const { unsent, refused } = await store.counts();
  if (unsent + refused > 0) throw new Violation(`laptop ${at} still has ${unsent} + ${refused}`);
}

/** What of a state is not so in another. */
function differences(state: RecordState | undefined, other: RecordState | undefined): string {
  const { paths, ...rest } = state ?? { paths: {} };
  const differing = Object.entries(paths).filter(
    ([path, one]) => canonicalJson(one) !== canonicalJson(other?.paths[path] ?? null),
  );
  return canonicalJson({ ...rest, paths: Object.fromEntries(differing) });
}
