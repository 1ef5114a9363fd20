import type { Bench, BenchResult } from '../../build/bench-kind.ts';
import { badLink, goodLink } from '../support/slow-link.ts';
import type { Carrier, Peer, Transfer } from '../support/transfers.ts';
import { onTransferStage, peers } from '../support/transfers.ts';
import { compare } from './measure.ts';

const ROUNDS = 2;
const RECORDS = 2000;
const MANY_RECORDS = 10_000;

/** The same records from a browser to a server, by the product and by a peer in turns. In every figure more is better. */
function benchesAgainst(peer: Peer): readonly Bench[] {
  return [
    {
      name: `sync.push.vs_${peer}`,
      compares: `2,000 records of 1.5 kB sent, judged, stored and confirmed / sent by ${peer}`,
      unit: 'records/s',
      run: () => comparePushes(peer, RECORDS),
    },
    {
      name: `sync.push10k.vs_${peer}`,
      compares: `10,000 records of 1.5 kB sent, judged, stored and confirmed / sent by ${peer}`,
      unit: 'records/s',
      run: () => comparePushes(peer, MANY_RECORDS),
    },
    {
      name: `sync.bytes.vs_${peer}`,
      compares: `records to a kilobyte on the wire, both ways, headers and all / by ${peer}`,
      unit: 'records/kB',
      run: () => once(peer, goodLink, ({ bytes }) => (RECORDS / bytes) * 1000),
    },
    {
      name: `sync.badlink.vs_${peer}`,
      compares: `2,000 records over 64 kbit/s, 600 ms, a reset a minute / by ${peer}`,
      unit: 'records/s',
      run: () => once(peer, badLink, perSecond),
    },
  ];
}

async function comparePushes(peer: Peer, records: number): Promise<BenchResult> {
  return onTransferStage(async ({ transfer }) => {
    async function rate(carrier: Carrier): Promise<number> {
      const { ms } = await transfer(carrier, records, goodLink);
      return (records / ms) * 1000;
    }
    return compare(
      ROUNDS,
      () => rate('product'),
      () => rate(peer),
    );
  });
}

async function once(
  peer: Peer,
  line: typeof goodLink,
  figure: (transfer: Transfer) => number,
): Promise<BenchResult> {
  return onTransferStage(async ({ transfer }) => ({
    value: figure(await transfer('product', RECORDS, line)),
    baseline: figure(await transfer(peer, RECORDS, line)),
  }));
}

function perSecond({ ms }: Transfer): number {
  return (RECORDS / ms) * 1000;
}

export const benches: readonly Bench[] = peers.flatMap(benchesAgainst);
