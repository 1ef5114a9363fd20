import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import type { PushResponse } from '#shared/sync/http-api.ts';
import { MAX_BATCH_ENTRIES } from '#shared/sync/http-api.ts';
import type { FeedProgress } from '../db/stores.ts';
import type { Parcel } from './make-parcel.ts';
import { makeParcel } from './make-parcel.ts';
import { signHead } from './sign-head.ts';
import type { SyncContext, SyncStop } from './sync-context.ts';
import { unlessStopped } from './sync-context.ts';

// With two the server never waits for the laptop. Together they are no more than one: so much is sent again after a line broke.
const MOST_UNDER_WAY = 2;
const SHARE_OF_BATCH = MAX_BATCH_ENTRIES / MOST_UNDER_WAY;
// The server has something to do while the laptop makes the second ready; on a slow link an exchange costs more than it gains.
const FIRST_ENTRIES = 100;

/** A batch under way. */
export interface SentParcel {
  readonly parcel: Parcel;
  readonly answer: Promise<Result<PushResponse, SyncStop>>;
  /** Whether another was under way when it left: they may have arrived in the other order. */
  readonly wasBehind: boolean;
}

/** The batches of a feed on their way: the next one made ready, and on a link that answers at once sent behind the first. */
export interface ParcelQueue {
  /** The first batch under way; undefined when all are answered. */
  first(): Promise<SentParcel | undefined>;
  /** The first was answered, as it should be. */
  answered(): void;
  /** Waits for what is under way, whose answers say nothing any more, and goes on from another number, one at a time. */
  restart(seq: number): Promise<void>;
}

export function createParcelQueue(
  context: SyncContext,
  feed: FeedProgress,
  seq: number,
): ParcelQueue {
  let isInOrder = true;
  let next = prepare(seq, context.pace.isFast() ? FIRST_ENTRIES : undefined);
  let underWay: (SentParcel & { readonly atMs: number })[] = [];

  function prepare(
    from: number,
    most = mostUnderWay() > 1 ? SHARE_OF_BATCH : Infinity,
  ): Promise<Parcel | undefined> {
    const limit = Math.min(context.pushSize.limit(), most);
    const parcel = makeParcel(context, feed, from, limit);
    // Where the sync ends before it is waited for nobody else would hear of a failure.
    parcel.catch(() => undefined);
    return parcel;
  }

  async function send(parcel: Parcel): Promise<Result<PushResponse, Failure>> {
    return context.transport.push(parcel, await signHead(context, feed.feed, parcel));
  }

  function mostUnderWay(): number {
    return isInOrder && context.pace.isFast() ? MOST_UNDER_WAY : 1;
  }

  return {
    async first() {
      while (underWay.length < mostUnderWay()) {
        const parcel = await next;
        if (
          !parcel ||
          entriesOf([...underWay.map((sent) => sent.parcel), parcel]) > MAX_BATCH_ENTRIES
        )
          break;
        underWay.push({
          parcel,
          answer: unlessStopped(context, send(parcel)),
          wasBehind: underWay.length > 0,
          atMs: context.nowMs(),
        });
        next = prepare(parcel.last + 1);
      }
      return underWay[0];
    },
    answered() {
      const first = underWay.shift();
      if (first) context.pace.answeredIn(context.nowMs() - first.atMs);
    },
    async restart(from) {
      await Promise.all(underWay.map(({ answer }) => answer));
      underWay = [];
      isInOrder = false;
      next = prepare(from);
    },
  };
}

function entriesOf(parcels: readonly Parcel[]): number {
  return parcels.reduce((sum, { first, last }) => sum + last - first + 1, 0);
}
