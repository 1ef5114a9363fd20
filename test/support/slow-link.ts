import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { connect, createServer } from 'node:net';

/** What a link does to what passes; nothing where all is 0. */
export interface LinkQuality {
  readonly roundTripMs: number;
  readonly bitsPerSecond: number;
  /** Seconds between two resets of all connections, on average. */
  readonly resetEverySeconds: number;
}

export const goodLink: LinkQuality = { roundTripMs: 0, bitsPerSecond: 0, resetEverySeconds: 0 };
/** The line of a provincial town: slow, far, and broken once a minute. */
export const badLink: LinkQuality = {
  roundTripMs: 600,
  bitsPerSecond: 64_000,
  resetEverySeconds: 60,
};

/** A link on the way to a server on this machine. */
export interface SlowLink {
  readonly port: number;
  /** Bytes that went up and came down since the last `become`. */
  readonly counts: { up: number; down: number; resets: number };
  /** Breaks what is open, counts from 0, and is of another quality from now on. */
  become(quality: LinkQuality): void;
  close(): Promise<void>;
}

const PACKET_BYTES = 1460;
const PACKET_OVERHEAD = 40;
const MOST_QUEUED = 64 * 1024;

interface Connection {
  readonly client: Socket;
  readonly server: Socket;
  isBroken: boolean;
}

/**
 * Emulates a line on loopback: one pipe for each direction that all connections share, a fixed way there and back, and
 * resets at random times that are the same for the same `seed`. No model of TCP: no slow start, no lost packets.
 */
export async function openLink(toPort: number, seed = 11): Promise<SlowLink> {
  let quality = goodLink;
  let timer: NodeJS.Timeout | undefined;
  const counts = { up: 0, down: 0, resets: 0 };
  const open = new Set<Connection>();
  const chance = createChance(seed);
  const pipes = { up: createPipe(), down: createPipe() };

  function createPipe() {
    const queue: {
      readonly from: Socket;
      readonly bytes: Buffer;
      readonly deliver: (part: Buffer) => void;
    }[] = [];
    let isBusy = false;
    let queued = 0;

    async function run(): Promise<void> {
      isBusy = true;
      let due = performance.now();
      for (let next = queue.shift(); next; next = queue.shift()) {
        for (let at = 0; at < next.bytes.length; at += PACKET_BYTES) {
          const part = next.bytes.subarray(at, at + PACKET_BYTES);
          const { bitsPerSecond, roundTripMs } = quality;
          if (bitsPerSecond > 0) {
            due =
              Math.max(due, performance.now()) +
              ((part.length + PACKET_OVERHEAD) * 8000) / bitsPerSecond;
            const wait = due - performance.now();
            if (wait > 1) await new Promise((resolve) => void setTimeout(resolve, wait));
          }
          const { deliver } = next;
          if (roundTripMs > 0) setTimeout(() => deliver(part), roundTripMs / 2);
          else deliver(part);
        }
        queued -= next.bytes.length;
        if (queued < MOST_QUEUED) next.from.resume();
      }
      isBusy = false;
    }

    return (from: Socket, bytes: Buffer, deliver: (part: Buffer) => void) => {
      queue.push({ from, bytes, deliver });
      queued += bytes.length;
      if (queued > MOST_QUEUED && quality.bitsPerSecond > 0) from.pause();
      if (!isBusy) void run();
    };
  }

  function breakAll(): void {
    for (const one of open) {
      one.isBroken = true;
      one.client.resetAndDestroy();
      one.server.resetAndDestroy();
    }
    open.clear();
  }

  function arm(): void {
    clearTimeout(timer);
    if (quality.resetEverySeconds === 0) return;
    timer = setTimeout(
      () => {
        if (open.size > 0) counts.resets += 1;
        breakAll();
        arm();
      },
      -Math.log(chance()) * quality.resetEverySeconds * 1000,
    );
  }

  function carry(one: Connection, direction: 'up' | 'down'): void {
    const [from, to] = direction === 'up' ? [one.client, one.server] : [one.server, one.client];
    const ended = Buffer.alloc(0);
    from.on('data', (bytes: Buffer) => {
      counts[direction] += bytes.length;
      pipes[direction](from, bytes, (part) => {
        if (!one.isBroken && to.writable) to.write(part);
      });
    });
    // The end waits behind what was sent before it.
    from.on('end', () => pipes[direction](from, ended, () => undefined));
    from.on('close', () => {
      setTimeout(() => to.destroy(), quality.roundTripMs + 50);
      open.delete(one);
    });
    from.on('error', () => undefined);
  }

  const listener = createServer({ pauseOnConnect: true, noDelay: true }, (client) => {
    const server = connect({ port: toPort, host: '127.0.0.1', noDelay: true });
    const one: Connection = { client, server, isBroken: false };
    open.add(one);
    carry(one, 'down');
    // Opening a connection takes one way there and back.
    setTimeout(() => {
      carry(one, 'up');
      client.resume();
    }, quality.roundTripMs);
  });
  await once(listener.listen(0, '127.0.0.1'), 'listening');
  const { port } = listener.address() as AddressInfo;
  return {
    port,
    counts,
    become(next) {
      quality = next;
      breakAll();
      Object.assign(counts, { up: 0, down: 0, resets: 0 });
      arm();
    },
    async close() {
      clearTimeout(timer);
      breakAll();
      listener.close();
      await once(listener, 'close');
    },
  };
}

function createChance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
}
