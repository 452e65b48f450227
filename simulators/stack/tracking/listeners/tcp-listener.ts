import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { sweepMs } from './limits.ts';
import type { Listener, ListenerParts } from './listener.ts';
import { TcpConnection } from './tcp-connection.ts';

/** Listens to devices over TCP; one timer looks after all connections. */
export async function openTcpListener(parts: ListenerParts): Promise<Listener> {
  const connections = new Map<Socket, TcpConnection>();
  const strangers = new Map<string, number>();
  const server = createServer((socket) => admit(socket, parts, connections, strangers));
  const sweeping = setInterval(() => {
    const now = performance.now();
    for (const connection of connections.values()) connection.sweep(now);
  }, sweepMs);
  sweeping.unref();
  const port = await listen(server, parts);
  return {
    port,
    close: async () => {
      clearInterval(sweeping);
      for (const socket of connections.keys()) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function admit(
  socket: Socket,
  { platform, protocol, desk, hooks, limits, idleMs }: ListenerParts,
  connections: Map<Socket, TcpConnection>,
  strangers: Map<string, number>,
): void {
  const address = socket.remoteAddress ?? '';
  const count = (by: number): number => {
    const now = (strangers.get(address) ?? 0) + by;
    if (now === 0) strangers.delete(address);
    else strangers.set(address, now);
    return now;
  };
  if (connections.size >= limits.connections || count(0) >= limits.strangersPerAddress) {
    socket.destroy();
    return;
  }
  count(1);
  const link = { platform, protocol: protocol.name };
  const elapsed = (): number => performance.now();
  const introduced = (): unknown => count(-1);
  const connection = new TcpConnection({
    ...{ socket, protocol, link, desk, hooks, limits, idleMs },
    elapsed,
    introduced,
  });
  connections.set(socket, connection);
  socket.once('close', () => {
    connections.delete(socket);
    if (connection.isStranger) count(-1);
  });
}

async function listen(server: Server, { host, port }: ListenerParts): Promise<number> {
  server.listen(port, host);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
