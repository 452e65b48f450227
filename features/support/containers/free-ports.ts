import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

const ATTEMPTS = 50;

/** The first of so many ports of this machine's loopback, one after the other, that nobody listens on just now. */
export async function freePorts(count: number): Promise<number[]> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const first = await portOf(0);
    const ports = Array.from({ length: count }, (_, nth) => (first ?? 0) + nth);
    const taken = await Promise.all(ports.map(portOf));
    if (first !== undefined && taken.every((port) => port !== undefined)) return ports;
  }
  throw new RangeError(`Failed to find ${count} free ports in a row on 127.0.0.1.`);
}

async function portOf(wanted: number): Promise<number | undefined> {
  if (wanted > 65_535) return undefined;
  const server = createServer().listen(wanted, '127.0.0.1');
  try {
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  } catch {
    return undefined; // taken
  } finally {
    server.close();
  }
}
