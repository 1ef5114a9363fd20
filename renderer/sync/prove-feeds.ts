import type { DeviceKey } from '#shared/core/device-key.ts';
import type { Failure } from '#shared/core/failure.ts';
import type { FeedId, PersonId } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import { listRanges } from '#shared/records/receipt.ts';
import { spansProject } from '#shared/rules/permissions.ts';
import { MAX_ASKED_FEEDS } from '#shared/sync/proof-api.ts';
import { readCarriedFeeds } from './carried-feeds.ts';
import type { FeedProof } from './feed-proofs.ts';
import { failureOf, noteProofs, readProofs } from './feed-proofs.ts';
import type { AskedProof, HeldFeed, ProverContext } from './prove-feed.ts';
import { askProofs, describeAsked, proveFeed } from './prove-feed.ts';
import type { SyncStop } from './sync-context.ts';
import { freshTeamKeys, readTeamKeys } from './team-keys.ts';

/**
 * Holds what others wrote against the signatures of their laptops, each entry once, and notes what is proved, what nothing covers, and what does
 * not fit. Answers what a person is to hear of. Nothing is taken away: whom to believe is for people to say.
 */
export async function proveFeeds(
  context: ProverContext,
): Promise<Result<Failure | undefined, SyncStop>> {
  const { settings } = context.store;
  let isWhole = await readsAll(context);
  let due = await dueFeeds(context, isWhole);
  const done = new Set<FeedId>();
  while (due.length > 0) {
    const proved = await proveSome(context, due.slice(0, MAX_ASKED_FEEDS), isWhole);
    if (!proved.ok) return proved;
    if (isWhole && proved.value.some(({ problem }) => problem?.kind === 'missing')) {
      // Who was put into a team meanwhile does not get everything any more.
      await freshTeamKeys(settings, context.transport);
      isWhole = await readsAll(context);
      if (!isWhole) continue;
    }
    const noted = await noteProofs(settings, proved.value);
    if (!noted.ok) return noted;
    // One that has too many ranges for a question goes on with the rest of them.
    const rest = await dueFeeds(context, isWhole);
    const before = new Map(due.map(({ feed, known }) => [feed, known?.proved]));
    for (const { feed } of proved.value) done.add(feed);
    due = rest.filter(({ feed, known }) => {
      const isCut = known?.held === 0 && known.problem === null;
      return !done.has(feed) || (isCut && known.proved !== before.get(feed));
    });
  }
  return ok(failureOf(await readProofs(settings)));
}

/** Whether this account reads every entry of every feed: then nothing of one may be missing. */
async function readsAll({ store, identity }: ProverContext): Promise<boolean> {
  const team = await readTeamKeys(store.settings);
  return spansProject(identity.role, team?.reach?.team ?? null);
}

/** The feeds of which something is to be asked. */
async function dueFeeds(context: ProverContext, isWhole: boolean): Promise<readonly HeldFeed[]> {
  const { settings, sync } = context.store;
  const knownOf = new Map((await readProofs(settings)).map((proof) => [proof.feed, proof]));
  const carried = await readCarriedFeeds(settings);
  const unsettled = await sync.unsettled();
  const held = (await sync.othersFeeds()).map(({ feed, count }): HeldFeed => {
    const byStick = carried.find((one) => one.feed === feed)?.stretches.at(-1)?.last ?? 0;
    const restored = unsettled.find((one) => one.feed === feed)?.last ?? 0;
    return { feed, count, known: knownOf.get(feed), aheadUpTo: Math.max(byStick, restored) };
  });
  return held.filter((one) => isDue(context, one, isWhole));
}

function isDue(
  { asked }: ProverContext,
  { feed, count, known }: HeldFeed,
  isWhole: boolean,
): boolean {
  if (!known || known.held !== count || known.problem !== null) return true;
  // What was signed and is not here yet should be after this pull.
  if (isWhole && lackOf(known) > 0) return true;
  return known.unproved !== '' && asked.get(feed) !== count;
}

/** How many of the entries up to the newest head are neither here nor refused. */
function lackOf({ evidence, held }: FeedProof): number {
  if (!evidence) return 0;
  const refused = listRanges(evidence.receipt?.refused ?? '', evidence.head.seq).length;
  return evidence.head.seq - refused - held;
}

async function proveSome(
  context: ProverContext,
  due: readonly HeldFeed[],
  isWhole: boolean,
): Promise<Result<readonly FeedProof[], SyncStop>> {
  const feeds: AskedProof[] = [];
  for (const one of due) {
    const asked = await describeAsked(context, one);
    if (asked) feeds.push(asked);
  }
  const answer = await askProofs(context, feeds);
  if (!answer.ok) return answer;
  const { epoch, feeds: shown } = answer.value;
  const known = await readProofs(context.store.settings);
  const owners = ownersOf(known);
  const signers = new Set(owners.values());
  const proofs: FeedProof[] = [];
  for (const [at, asked] of feeds.entries()) {
    const evidence = shown[at];
    if (evidence?.feed !== asked.feed) return err({ kind: 'network/not-our-server' });
    const proof = await proveFeed(context, asked, { epoch, evidence, owners, signers, isWhole });
    if (!proof.ok) return proof;
    const { device, person } = proof.value;
    if (device !== null) owners.set(device, person);
    context.asked.set(asked.feed, asked.count);
    proofs.push(proof.value);
  }
  return ok(proofs);
}

/** Whose each key was when it was met first. */
function ownersOf(proofs: readonly FeedProof[]): Map<DeviceKey, PersonId> {
  return new Map(
    proofs.flatMap(({ device, person }) => (device === null ? [] : [[device, person] as const])),
  );
}
