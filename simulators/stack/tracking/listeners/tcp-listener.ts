import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { performance } from 'node:perf_hooks';
import { Connections } from './connections.ts';
import type { Listener, ListenerParts } from './listener.ts';
import { TcpConnection } from './tcp-connection.ts';

/**
 * Listens to devices over TCP.
 * @param shared a connection may carry the frames of several devices
 */
export async function openTcpListener(parts: ListenerParts, shared = false): Promise<Listener> {
  const { platform, protocol, desk, hooks, limits, idleMs } = parts;
  const connections = new Connections(limits);
  const link = { platform, protocol: protocol.name };
  const elapsed = (): number => performance.now();
  const server = createServer((socket) =>
    connections.admit(
      socket,
      (named) =>
        new TcpConnection({ socket, protocol, link, desk, hooks, limits, idleMs, elapsed, shared, named }),
    ),
  );
  const port = await listen(server, parts);
  return {
    port,
    close: async () => {
      connections.close();
      server.close();
      await once(server, 'close');
    },
  };
}

async function listen(server: Server, { host, port }: ListenerParts): Promise<number> {
  server.listen(port, host);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
