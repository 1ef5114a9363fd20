import type { Failure } from '#shared/core/failure.ts';
import type { FeedId } from '#shared/core/ids.ts';
import { failureOf, readProofs } from './feed-proofs.ts';
import { proveFeeds } from './prove-feeds.ts';
import type { ProverContext } from './prove-feed.ts';
import type { SyncHost } from './sync-host.ts';

/** Proves what others wrote, one run after the other. */
interface Prover {
  /** Proves what was not looked at yet; what a person is to hear of. Never fails: what could not be asked is asked after the next sync. */
  prove(): Promise<Failure | undefined>;
  /** What a person is to hear of by what was looked at before. */
  known(): Promise<Failure | undefined>;
}

export function createProver({
  host,
  ...parts
}: Pick<ProverContext, 'store' | 'transport' | 'nowMs'> & {
  readonly host: Pick<SyncHost, 'inIdle'>;
}): Prover {
  const { settings } = parts.store;
  const asked = new Map<FeedId, number>();
  let running: Promise<Failure | undefined> | undefined;
  let isOld = false;

  async function run(): Promise<Failure | undefined> {
    const identity = await parts.store.identity();
    // A server of before has nothing to show.
    if (!identity || isOld) return known();
    const { signal } = new AbortController();
    const proved = await proveFeeds({ ...parts, identity, signal, asked, inIdle: host.inIdle });
    if (proved.ok) return proved.value;
    isOld = proved.error.kind === 'server/not-found';
    return known();
  }

  async function known(): Promise<Failure | undefined> {
    return failureOf(await readProofs(settings));
  }

  return {
    async prove() {
      // An index that gives no answer is repaired by itself.
      running ??= run().catch(() => undefined);
      const failure = await running;
      running = undefined;
      return failure;
    },
    known,
  };
}
