import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { connect, createServer } from 'node:net';

type Direction = 'request' | 'answer';

/** Where bytes of one direction meet a fault: after so many more of them, of exchanges of `path` alone if it is given. */
interface AtByte {
  readonly of: Direction;
  readonly afterBytes: number;
  readonly path?: string;
}

/** The line breaks, once; `broken` hears of it before anybody else does. */
export interface Break extends AtByte {
  readonly does: 'break';
  readonly broken?: () => void;
}

/** What happens on a line until it is taken back. */
type LastingFault =
  /** What would follow never comes; the connections stay. `stalled` hears of it. */
  | (AtByte & { readonly does: 'stall'; readonly stalled?: () => void })
  /** What follows comes with its bits turned, but for the head of an answer: nobody could tell where it ends. */
  | (AtByte & { readonly does: 'garble' })
  /** Nothing gets through: every connection is broken at its first byte. */
  | { readonly does: 'refuse' }
  /** Something else answers in the server's place, which hears nothing; the text is a whole HTTP answer. */
  | { readonly does: 'answer'; readonly path?: string; readonly text: string };

/** What a line to a server may do. */
export type LineFault = Break | LastingFault;

/** A line to a server's process that can be broken at any byte. */
export interface FaultProxy {
  readonly url: string;
  /** The port behind it: another one after the server was started anew. */
  port: number;
  /** What the next bytes meet; undefined for a good line. A break takes itself back. */
  fault: LineFault | undefined;
  /** How often bytes met a fault. */
  met: number;
  /** Breaks every connection now. */
  breakAll(): void;
  close(): void;
}

/** One connection: both its ends, and which path was asked for last. */
interface Line {
  readonly near: Socket;
  readonly far: Socket;
  path: string;
}

/** Opens a line to `port` of this machine. */
export async function openFaultProxy(port: number): Promise<FaultProxy> {
  const lines = new Set<Line>();
  const server = createServer((near) => {
    const line: Line = { near, far: connect(proxy.port, '127.0.0.1'), path: '' };
    lines.add(line);
    carry(line, 'request', near, line.far);
    carry(line, 'answer', line.far, near);
  });

  function carry(line: Line, of: Direction, from: Socket, to: Socket): void {
    let passed = 0;
    let counted: LineFault | undefined;
    from.on('data', (bytes: Buffer) => {
      if (of === 'request') line.path = pathOf(bytes) ?? line.path;
      const { fault } = proxy;
      if (fault !== counted) {
        counted = fault;
        passed = 0;
      }
      if (!fault || !isMet(fault, of, line.path)) to.write(bytes);
      else if (fault.does === 'refuse' || fault.does === 'answer') {
        proxy.met += 1;
        if (fault.does === 'refuse') from.destroy();
        // The rest of a request that is answered already goes nowhere.
        else if (!from.writableEnded) from.end(fault.text);
      } else {
        const kept = fault.does === 'garble' && of === 'answer' ? headLength(bytes) : 0;
        const room = Math.max(kept, fault.afterBytes - passed);
        passed += bytes.length;
        if (bytes.length <= room) to.write(bytes);
        else suffer(fault, to, bytes.subarray(0, room), bytes.subarray(room));
      }
    });
    from.on('error', () => to.destroy());
    from.on('close', () => {
      lines.delete(line);
      to.destroy();
    });
  }

  function suffer(
    fault: Exclude<LineFault, { readonly does: 'refuse' | 'answer' }>,
    to: Socket,
    before: Buffer,
    after: Buffer,
  ): void {
    proxy.met += 1;
    if (fault.does === 'break') {
      proxy.fault = undefined;
      fault.broken?.();
      to.write(before, () => breakAll());
    } else if (fault.does === 'garble') {
      to.write(Buffer.concat([before, after.map((byte) => byte ^ 0x55)]));
    } else {
      to.write(before);
      fault.stalled?.();
    }
  }

  function breakAll(): void {
    for (const { near, far } of lines) {
      near.destroy();
      far.destroy();
    }
  }

  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port: own } = server.address() as AddressInfo;
  const proxy: FaultProxy = {
    url: `http://127.0.0.1:${own}`,
    port,
    fault: undefined,
    met: 0,
    breakAll,
    close() {
      breakAll();
      server.close();
    },
  };
  return proxy;
}

function isMet(fault: LineFault, of: Direction, path: string): boolean {
  if (fault.does === 'refuse') return true;
  if (fault.path !== undefined && !path.startsWith(fault.path)) return false;
  return fault.does === 'answer' ? of === 'request' : of === fault.of;
}

/** The length of the head that an answer begins with; 0 for the middle of one. */
function headLength(bytes: Buffer): number {
  return bytes.toString('latin1', 0, 5) === 'HTTP/' ? bytes.indexOf('\r\n\r\n') + 4 : 0;
}

/** The path of a request that begins with these bytes; undefined where they are the middle of one. */
function pathOf(bytes: Buffer): string | undefined {
  return /^[A-Z]+ (\S+) HTTP\/1\.1\r\n/.exec(bytes.toString('latin1', 0, 400))?.[1];
}
