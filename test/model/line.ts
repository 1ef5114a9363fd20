import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import { err } from '#shared/core/result.ts';
import type { Transport } from '../../renderer/sync/http-transport.ts';
import type { Fate } from './program.ts';
import type { Server } from './server.ts';

/** What was answered to a laptop, and what it had asked. */
export interface Exchange {
  readonly asked: 'push' | 'pull' | 'feedState';
  readonly what: unknown;
  readonly answer: Result<unknown, Failure>;
}

/** The line between one laptop and the server. */
export interface Line {
  /** What becomes of the next exchanges, one each; of all others nothing. */
  readonly fates: Fate[];
  /** Pushes that are still under way a second time. */
  readonly lateCopies: (() => Promise<unknown>)[];
  /** Everything the server answered, whether the laptop heard of it or not. */
  readonly exchanges: Exchange[];
  /** More exchanges than these are more than any sync of a schedule needs: it asks for ever, and is ended. */
  left: number;
  die(): Promise<never>;
  /** What else happens while an exchange is under way. */
  meanwhile: (fate: Fate) => Promise<void>;
}

/** More exchanges than any sync of a schedule needs. */
export const MOST_EXCHANGES = 150;

/** A line on which all goes well. */
export function createLine(die: () => Promise<never>): Line {
  return {
    fates: [],
    lateCopies: [],
    exchanges: [],
    left: MOST_EXCHANGES,
    die,
    meanwhile: async () => {},
  };
}

// Small, so that a few entries make several pages.
const PAGE_ENTRIES = 3;

const unreachable = err({ kind: 'network/unreachable' } as const);
const notOurs = err({ kind: 'network/not-our-server' } as const);

/** The transport, under the fates of a line. */
export function withFates(transport: Transport, line: Line, server: Server): Transport {
  function exchange<T>(
    asked: Exchange['asked'],
    what: unknown,
    ask: () => Promise<Result<T, Failure>>,
  ): () => Promise<Result<T, Failure>> {
    return async () => {
      const answer = await ask();
      line.exchanges.push({ asked, what, answer });
      return answer;
    };
  }

  async function under<T>(ask: () => Promise<Result<T, Failure>>): Promise<Result<T, Failure>> {
    const fate = line.fates.shift() ?? { is: 'well' };
    line.left -= 1;
    if (line.left < 0) return line.die();
    switch (fate.is) {
      case 'lost-request':
        return unreachable;
      case 'captive-portal':
        return notOurs;
      case 'busy':
        return err({ kind: 'server/busy' });
      case 'too-large':
        return err({ kind: 'server/too-large' });
      case 'killed-before':
        return line.die();
      case 'server-killed':
        await server.loseCommits(ask);
        return unreachable;
      case 'lost-answer':
        await ask();
        return unreachable;
      case 'killed-after':
        await ask();
        return line.die();
      case 'twice':
        await ask();
        return ask();
      case 'late-copy':
        line.lateCopies.push(ask);
        return ask();
      case 'meanwhile':
      case 'others-sync':
      case 'cancelled': {
        const answer = await ask();
        await line.meanwhile(fate);
        return answer;
      }
      case 'cut-batch':
      case 'well':
        return ask();
    }
  }

  return {
    ...transport,
    push(batch, head) {
      const fate = line.fates[0];
      if (fate?.is === 'cut-batch') {
        const bytes = Math.floor((batch.bytes.length * fate.part) / 100);
        line.fates.shift();
        const cut = { ...batch, bytes: batch.bytes.slice(0, bytes) };
        return transport.push(cut, head).then(() => notOurs);
      }
      return under(exchange('push', batch.name, () => transport.push(batch, head)));
    },
    pull: (page) => {
      const small = { ...page, limit: Math.min(page.limit, PAGE_ENTRIES) };
      return under(exchange('pull', small, () => transport.pull(small)));
    },
    feedState: (feed) => under(exchange('feedState', feed, () => transport.feedState(feed))),
  };
}
