import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { connect, createServer } from 'node:net';

/** Where a line breaks: after so many more bytes of one direction. `broken` hears of it before anybody else does. */
export interface LineFault {
  readonly of: 'request' | 'answer';
  readonly afterBytes: number;
  readonly broken?: () => void;
}

/** A line to a server's process that can be broken at any byte. */
export interface FaultProxy {
  readonly url: string;
  /** The port behind it: another one after the server was started anew. */
  port: number;
  /** What the next bytes meet; undefined once it has happened. */
  fault: LineFault | undefined;
  close(): void;
}

/** Opens a line to `port` of this machine. */
export async function openFaultProxy(port: number): Promise<FaultProxy> {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(proxy.port, '127.0.0.1');
    carry('request', near, far);
    carry('answer', far, near);
  });

  function carry(of: LineFault['of'], from: Socket, to: Socket): void {
    sockets.add(from);
    let passed = 0;
    from.on('data', (bytes: Buffer) => {
      const { fault } = proxy;
      if (fault?.of !== of) {
        to.write(bytes);
        return;
      }
      const room = fault.afterBytes - passed;
      passed += bytes.length;
      if (bytes.length <= room) {
        to.write(bytes);
        return;
      }
      proxy.fault = undefined;
      fault.broken?.();
      to.write(bytes.subarray(0, room), () => breakAll());
    });
    from.on('error', () => to.destroy());
    from.on('close', () => {
      sockets.delete(from);
      to.destroy();
    });
  }

  function breakAll(): void {
    for (const socket of sockets) socket.destroy();
  }

  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port: own } = server.address() as AddressInfo;
  const proxy: FaultProxy = {
    url: `http://127.0.0.1:${own}`,
    port,
    fault: undefined,
    close() {
      breakAll();
      server.close();
    },
  };
  return proxy;
}
