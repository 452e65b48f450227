import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { sweepMs } from './limits.ts';
import type { Listener, ListenerParts } from './listener.ts';
import { TcpConnection } from './tcp-connection.ts';

/** Listens to devices over TCP; one timer looks after all connections. */
export async function openTcpListener(parts: ListenerParts): Promise<Listener> {
  const connections = new Map<Socket, TcpConnection>();
  const elapsed = (): number => performance.now();
  const server = createServer((socket) => admit(socket, parts, connections, elapsed));
  const sweeping = setInterval(() => {
    const now = elapsed();
    for (const connection of connections.values()) connection.sweep(now);
  }, sweepMs);
  sweeping.unref();
  const port = await listen(server, parts.host);
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
  elapsed: () => number,
): void {
  if (connections.size >= limits.connections || strangersFrom(socket, connections) >= limits.strangersPerAddress) {
    socket.destroy();
    return;
  }
  const link = { platform, protocol: protocol.name };
  connections.set(
    socket,
    new TcpConnection({ socket, protocol, link, desk, hooks, limits, idleMs, elapsed }),
  );
  socket.once('close', () => connections.delete(socket));
}

async function listen(server: Server, host: string): Promise<number> {
  server.listen(0, host);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
