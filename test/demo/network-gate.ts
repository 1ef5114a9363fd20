import type { AddressInfo, Socket } from 'node:net';
import { connect, createServer } from 'node:net';

/** The way from a laptop to the server, which can be shut as a border shuts it: new and open connections end. */
export interface NetworkGate {
  readonly address: string;
  shut(): void;
  open(): void;
  /** Calls back once, when `bytes` more have gone from the laptop towards the server. */
  afterBytes(bytes: number, act: () => void): void;
  close(): Promise<void>;
}

/** Opens a gate on a port of its own that leads to `targetPort` on this machine. */
export async function openNetworkGate(targetPort: number): Promise<NetworkGate> {
  let isOpen = true;
  let watch: { left: number; readonly act: () => void } | undefined;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    if (!isOpen) {
      near.resetAndDestroy();
      return;
    }
    const far = connect(targetPort, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      // A reset is what a broken link looks like from either end; the other end is told by the close.
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        (socket === near ? far : near).destroy();
      });
    }
    near.on('data', (chunk) => {
      if (!watch) return;
      watch.left -= chunk.length;
      if (watch.left > 0) return;
      const { act } = watch;
      watch = undefined;
      act();
    });
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  function endAll(): void {
    for (const socket of sockets) socket.destroy();
  }
  return {
    address: `http://127.0.0.1:${port}`,
    shut: () => {
      isOpen = false;
      endAll();
    },
    open: () => {
      isOpen = true;
    },
    afterBytes: (bytes, act) => {
      watch = { left: bytes, act };
    },
    close: () => {
      endAll();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}
